/**
 * The part of Deno std that k0render uses, by its usual names.
 *
 * The import map points `@std/*` at npm's copy of std, which carries no types
 * of its own; a name that is not declared here fails the type check.
 */

declare module "@std/assert" {
  export function assert(
    condition: unknown,
    message?: string,
  ): asserts condition;
  export function assertEquals<T>(
    actual: T,
    expected: T,
    message?: string,
  ): void;
  export function assertNotEquals<T>(
    actual: T,
    expected: T,
    message?: string,
  ): void;
  export function assertStrictEquals<T>(
    actual: unknown,
    expected: T,
    message?: string,
  ): void;
  export function assertExists<T>(
    actual: T,
    message?: string,
  ): asserts actual is NonNullable<T>;
  export function assertMatch(
    actual: string,
    expected: RegExp,
    message?: string,
  ): void;
  export function assertStringIncludes(
    actual: string,
    expected: string,
    message?: string,
  ): void;
  export function assertThrows<E extends Error = Error>(
    fn: () => unknown,
    // deno-lint-ignore no-explicit-any -- an error class of any constructor
    errorClass?: new (...args: any[]) => E,
    messageIncludes?: string,
    message?: string,
  ): E;
  export function assertRejects<E extends Error = Error>(
    fn: () => PromiseLike<unknown>,
    // deno-lint-ignore no-explicit-any -- an error class of any constructor
    errorClass?: new (...args: any[]) => E,
    messageIncludes?: string,
    message?: string,
  ): Promise<E>;
}

declare module "@std/async/delay" {
  export function delay(
    ms: number,
    options?: { signal?: AbortSignal },
  ): Promise<void>;
}

declare module "@std/encoding" {
  export function encodeHex(data: Uint8Array | ArrayBuffer | string): string;
  export function encodeBase64(data: Uint8Array | ArrayBuffer | string): string;
  export function decodeBase64(text: string): Uint8Array<ArrayBuffer>;
}

declare module "@std/fmt/duration" {
  export function format(
    ms: number,
    options?: { style?: "narrow" | "digital" | "full"; ignoreZero?: boolean },
  ): string;
}

declare module "@std/path" {
  import p from "node:path";
  export const join: typeof p.join;
  export const dirname: typeof p.dirname;
  export const basename: typeof p.basename;
  export const relative: typeof p.relative;
  export const resolve: typeof p.resolve;
  export function fromFileUrl(url: string | URL): string;
  export function toFileUrl(path: string): URL;
}

declare module "@std/text" {
  export function levenshteinDistance(a: string, b: string): number;
  export function closestString(
    word: string,
    possibleWords: ReadonlyArray<string>,
  ): string;
}
