/**
 * Go's `text/template`: the whole language, with Go's values, formatting and
 * errors.
 *
 * A template is compiled once, to closures, and found again by its content.
 * Maps are read by their own keys only; work, nesting and output are bounded.
 *
 * @module
 */

export { byteLength, fromBytes, sliceBytes, toBytes } from "./byte_string.ts";
export { GoBytes } from "./bytes.ts";
export { compileTemplates, execute } from "./execute.ts";
export type { Executed } from "./execute.ts";
export { GoFailure } from "./failure.ts";
export type { FunctionTable, GoFunction, GoType, Run } from "./function.ts";
export { compareText, sortedKeys } from "./key_order.ts";
export { Budget, DEFAULT_GO_LIMITS, LimitReached } from "./limits.ts";
export type { GoLimits, LimitName } from "./limits.ts";
export { ABSENT, GoObject } from "./object.ts";
export { goPrint, goSprint, goSprintln } from "./print.ts";
export { goSprintf } from "./printf.ts";
export { quote } from "./quote.ts";
export { int64, integerOf, SizedInt } from "./sized_int.ts";
export { GoTemplateError } from "./template_error.ts";
export type { GoTemplateErrorCode } from "./template_error.ts";
export { TemplateSet } from "./template_set.ts";
export { isTrue } from "./truth.ts";
export { elementType, typeName, withType } from "./type_name.ts";
export { getEntry, isGoMap } from "./value.ts";
export type { GoMap, GoValue } from "./value.ts";
