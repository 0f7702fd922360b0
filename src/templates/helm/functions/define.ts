/**
 * How the tables of this folder write functions of Go.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import type { GoFunction, GoType, Run } from "../go/function.ts";
import type { GoMap, GoValue } from "../go/value.ts";

/** A group of functions by name. */
export type Functions = Readonly<Record<string, GoFunction>>;

/** What an argument of each type arrives as. */
interface ArgumentTypes {
  string: string;
  bool: boolean;
  int: bigint;
  float64: number;
  map: GoMap | null;
}

type Argument<T extends GoType> = T extends keyof ArgumentTypes
  ? ArgumentTypes[T]
  : GoValue;

type Arguments<P extends readonly GoType[]> = {
  -readonly [I in keyof P]: Argument<P[I]>;
};

/**
 * Writes a function with a fixed number of parameters.
 *
 * @param params The types of its parameters.
 * @param call What it does with arguments of these types.
 * @returns The function.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const upper = fn(["string"], ([text]) => text.toUpperCase());
 * assertEquals(upper.params, ["string"]);
 * ```
 */
export function fn<const P extends readonly GoType[]>(
  params: P,
  call: (args: Arguments<P>, run: Run) => GoValue,
): GoFunction {
  return { params, call: (args, run) => call(args as Arguments<P>, run) };
}

/**
 * Writes a function whose last parameter takes any number of arguments.
 *
 * @param params The types of its parameters, the variadic one last.
 * @param call What it does with the first arguments and with the further ones.
 * @returns The function.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const count = variadic(["string", "any"], (_, rest) => BigInt(rest.length));
 * assertEquals(count.variadic, "any");
 * ```
 */
export function variadic<
  const P extends readonly GoType[],
  const V extends GoType,
>(
  params: readonly [...P, V],
  call: (first: Arguments<P>, rest: Argument<V>[], run: Run) => GoValue,
): GoFunction {
  const fixed = params.slice(0, -1) as unknown as P;
  const count = fixed.length;
  return {
    params: fixed,
    variadic: params[count] as V,
    call: (args, run) =>
      call(
        args.slice(0, count) as Arguments<P>,
        args.slice(count) as Argument<V>[],
        run,
      ),
  };
}

const STEP_CHARACTERS = 64;
const MOST_CHARACTERS = 2 ** 28;

/**
 * Counts the work of making a text, before it is made.
 *
 * @param run The run to count it in.
 * @param length How long the text will be.
 * @throws {GoFailure} Where no memory would hold it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * let steps = 0;
 * spend({ ...FREE_RUN, step: (count = 1) => steps += count }, 128);
 * assertEquals(steps, 2);
 * ```
 */
export function spend(run: Run, length: number): void {
  run.step(
    Math.ceil(Math.min(length, Number.MAX_SAFE_INTEGER) / STEP_CHARACTERS),
  );
  if (length > MOST_CHARACTERS) {
    throw new GoFailure(`Cannot make a text of ${length} characters`);
  }
}
