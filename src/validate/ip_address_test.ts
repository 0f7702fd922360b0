import { assertEquals } from "@std/assert";
import { isAddress, isNetwork } from "./ip_address.ts";

const ADDRESSES: readonly [text: string, expected: boolean][] = [
  ["10.0.0.1", true],
  ["255.255.255.255", true],
  ["256.0.0.1", false],
  ["10.0.0", false],
  ["10.0.0.01", false],
  ["", false],
  ["::", true],
  ["::1", true],
  ["fd00::", true],
  ["fd00:1:2:3:4:5:6:7", true],
  ["fd00:1:2:3:4:5:6", false],
  ["fd00::1::2", false],
  ["::ffff:10.0.0.1", true],
  ["::ffff:10.0.0", false],
  ["fd00::g", false],
  ["fd00:", false],
];

Deno.test("isAddress() takes what Go takes", () => {
  for (const [text, expected] of ADDRESSES) {
    assertEquals([text, isAddress(text)], [text, expected]);
  }
});

const NETWORKS: readonly [text: string, expected: boolean][] = [
  ["10.0.0.0/8", true],
  ["10.0.0.1/32", true],
  ["10.0.0.0/33", false],
  ["10.0.0.0", false],
  ["10.0.0.0/", false],
  ["fd00::/64", true],
  ["fd00::/129", false],
];

Deno.test("isNetwork() takes what Go takes", () => {
  for (const [text, expected] of NETWORKS) {
    assertEquals([text, isNetwork(text)], [text, expected]);
  }
});
