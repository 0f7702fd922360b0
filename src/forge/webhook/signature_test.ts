import { assertEquals } from "@std/assert";
import { isSecret, isSignature } from "./signature.ts";

const GITHUB = {
  key: "It's a Secret to Everybody",
  parts: ["Hello, World!"],
};
const MAC = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

Deno.test("isSignature() knows the vectors of GitHub's documentation and of RFC 4231", () => {
  const bytes = (byte: number, count: number) =>
    new Uint8Array(count).fill(byte);
  const vectors: [
    key: string | Uint8Array,
    data: string | Uint8Array,
    mac: string,
  ][] = [
    [GITHUB.key, GITHUB.parts[0] ?? "", MAC],
    [
      bytes(0x0b, 20),
      "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    ],
    [
      "Jefe",
      "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ],
    [
      bytes(0xaa, 20),
      bytes(0xdd, 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
    ],
  ];
  for (const [key, data, mac] of vectors) {
    assertEquals(isSignature(mac, { key, parts: [data] }), true, mac);
    const half = Math.floor(data.length / 2);
    const parts = [data.slice(0, half), data.slice(half)];
    assertEquals(isSignature(mac, { key, parts }), true, mac);
  }
});

Deno.test("isSignature() refuses everything else", () => {
  const cases: [mac: string | null | undefined, key: string][] = [
    ["", GITHUB.key],
    [null, GITHUB.key],
    [undefined, GITHUB.key],
    [`0${MAC.slice(1)}`, GITHUB.key],
    [MAC.slice(2), GITHUB.key],
    [`${MAC}00`, GITHUB.key],
    [MAC.toUpperCase(), GITHUB.key],
    [`sha256=${MAC}`, GITHUB.key],
    [MAC, "another"],
    // What an empty key makes of it.
    ["2bbcfa9524f3218c7a34b30e6936f8b1a4516cb097f1a85a1c7d98b5977ec769", ""],
  ];
  for (const [mac, key] of cases) {
    assertEquals(isSignature(mac, { ...GITHUB, key }), false, `${mac}`);
  }
});

Deno.test("isSecret() takes the secret, and nothing like it", () => {
  const cases: [given: string | null, secret: string, expected: boolean][] = [
    ["hunter2", "hunter2", true],
    ["hünter2", "hünter2", true],
    ["hunter", "hunter2", false],
    ["hunter22", "hunter2", false],
    ["", "", false],
    [null, "hunter2", false],
    ["", "hunter2", false],
    ["hunter2", "", false],
  ];
  for (const [given, secret, expected] of cases) {
    assertEquals(isSecret(given, secret), expected, `${given} ${secret}`);
  }
});
