/**
 * Our side of the functions of tests/go/template/perform.go.
 *
 * @module
 */

import { setField } from "../src/model/mod.ts";
import {
  ABSENT,
  type FunctionTable,
  GoFailure,
  type GoFunction,
  type GoMap,
  GoObject,
  goPrint,
  type GoValue,
  int64,
  integerOf,
  withType,
} from "../src/templates/helm/go/mod.ts";

class Box extends GoObject {
  override readonly goType = "*main.box";
  readonly #name: string;
  readonly #data: GoMap = { a: 1.5 };

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override entries(): readonly (readonly [string, GoValue])[] {
    return [
      ["Name", this.#name],
      ["Tags", withType(["x", "y"], "[]string")],
      ["Data", this.#data],
      ["None", null],
    ];
  }

  override field(name: string): GoValue | typeof ABSENT {
    const entry = this.entries().find(([field]) => field === name);
    return entry === undefined ? ABSENT : entry[1];
  }

  override method(name: string): GoFunction | undefined {
    switch (name) {
      case "Greet":
        return {
          params: ["string"],
          call: ([who]) => `hello ${who} from ${this.#name}`,
        };
      case "Open":
        return { params: [], call: () => this.#data };
      case "Fail":
        return { params: [], call: () => refuse("box is shut") };
    }
    return undefined;
  }
}

/** The functions. */
export const FUNCTIONS: FunctionTable = new Map<string, GoFunction>([
  ["include", {
    params: ["string", "any"],
    call: ([name, data], run) => run.include(name as string, data),
  }],
  ["tpl", {
    params: ["string", "any"],
    call: ([text, data], run) => run.tpl(text as string, data),
  }],
  ["list", { params: [], variadic: "any", call: (items) => [...items] }],
  ["strings", {
    params: [],
    variadic: "string",
    call: (items) => withType([...items], "[]string"),
  }],
  ["dict", { params: [], variadic: "any", call: (pairs) => mapOf(pairs) }],
  ["names", {
    params: [],
    variadic: "string",
    call: (pairs) => withType(mapOf(pairs), "map[string]string"),
  }],
  ["upper", {
    params: ["string"],
    call: ([text]) => (text as string).toUpperCase(),
  }],
  ["twice", {
    params: ["int"],
    call: ([n]) => BigInt.asIntN(64, (n as bigint) * 2n),
  }],
  ["long", {
    params: ["int64"],
    call: ([n]) => int64(integerOf(n) as bigint),
  }],
  ["half", { params: ["float64"], call: ([x]) => (x as number) / 2 }],
  ["flag", { params: ["bool"], call: ([on]) => on }],
  ["entries", { params: ["map"], call: ([map]) => size(map) }],
  ["items", { params: ["list"], call: ([list]) => size(list) }],
  ["nothing", { params: [], call: () => null }],
  ["same", { params: ["any"], call: ([value]) => value }],
  ["isnil", { params: ["any"], call: ([value]) => value === null }],
  ["fail", { params: ["string"], call: ([why]) => refuse(why as string) }],
  ["ternary", {
    params: ["any", "any", "bool"],
    call: ([a, b, on]) => on ? a : b,
  }],
  ["box", {
    params: ["string"],
    call: ([name]) => new Box(name as string),
  }],
]);

function mapOf(pairs: readonly GoValue[]): GoMap {
  const made: GoMap = {};
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    setField(made, goPrint(pairs[at]), pairs[at + 1]);
  }
  return made;
}

function size(value: GoValue): bigint {
  return BigInt(Object.keys(value ?? {}).length);
}

function refuse(why: string): never {
  throw new GoFailure(why);
}
