/**
 * The template language: Handlebars syntax with an evaluator of its own.
 *
 * A tag writes one YAML value, quoted for its place; a value that is missing
 * is an error; nothing a template does takes for ever. `docs/templates.md`
 * describes the language.
 *
 * @module
 */

export { type Compiler, makeCompiler } from "./compile.ts";
export { evaluate, type Evaluation } from "./evaluate.ts";
export type { Location } from "./location.ts";
export { parseTemplate, type Template } from "./parse.ts";
export { collectFindings, type Report } from "./report.ts";
export type { Compiled } from "./site.ts";
