import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

Deno.test("decryptAES opens what Sprig's encryptAES has sealed", () => {
  const sealed = "JePi4CmU4pDK5FeKa+ozThwTKjiREVwiST9SpCMCRbI=";
  assertEquals(evaluate(`decryptAES "secret" "${sealed}"`), "plaintext é");
  assertEquals(evaluate('decryptAES "secret" ""'), "");
  assertEquals(
    evaluate('decryptAES "secret" "a"'),
    "error: illegal base64 data at input byte 0",
  );
});
