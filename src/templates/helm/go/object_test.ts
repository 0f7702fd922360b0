import { assertEquals } from "@std/assert";
import { GoBytes } from "./bytes.ts";
import { ABSENT, GoObject } from "./object.ts";
import { executeText } from "./testing.ts";
import type { GoValue } from "./value.ts";

/** A map with methods, such as `.Files`. */
class Files extends GoObject {
  override readonly goType = "engine.files";
  override readonly kind = "map";
  readonly #files: ReadonlyMap<string, string> = new Map([
    ["b.txt", "2"],
    ["a.txt", "1"],
  ]);

  override entries(): readonly (readonly [string, GoValue])[] {
    return [...this.#files].map(([name, text]) => [name, bytesOf(text)]);
  }

  override field(name: string): GoValue | typeof ABSENT {
    const text = this.#files.get(name);
    return text === undefined ? ABSENT : bytesOf(text);
  }

  override method(name: string) {
    if (name !== "Get") return undefined;
    return {
      params: ["string" as const],
      call: ([file]: readonly GoValue[]) => this.#files.get(`${file}`) ?? "",
    };
  }
}

function bytesOf(text: string): GoBytes {
  return new GoBytes(new TextEncoder().encode(text));
}

Deno.test("GoObject of kind map is ranged over, indexed and printed as one", () => {
  const table: [text: string, written: string][] = [
    ['{{ .Get "a.txt" }}', "1"],
    ['{{ "b.txt" | .Get }}', "2"],
    [
      "{{ range $name, $bytes := . }}{{ $name }}={{ printf `%s` $bytes }} {{ end }}",
      "a.txt=1 b.txt=2 ",
    ],
    ['{{ index . "a.txt" | printf "%s" }}', "1"],
    ['{{ index . "c.txt" }}', "<no value>"],
    ["{{ len . }}{{ if . }}yes{{ end }}", "2yes"],
    ["{{ . }}", "map[a.txt:[49] b.txt:[50]]"],
    ['{{ printf "%T" . }}', "engine.files"],
    [
      "{{ .Get 1 }}",
      'template: t:1:8: executing "t" at <1>: expected string; found 1',
    ],
    [
      "{{ .Get }}",
      'template: t:1:3: executing "t" at <.Get>: wrong number of args for Get: want 1 got 0',
    ],
  ];
  for (const [text, written] of table) {
    assertEquals(executeText(text, new Files()), written, text);
  }
});
