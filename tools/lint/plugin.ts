/**
 * The project's own lint rules.
 *
 * @module
 */

import { errorMessage } from "./error_message.ts";
import { layers } from "./layers.ts";
import { pureRooms } from "./pure_rooms.ts";

const plugin: Deno.lint.Plugin = {
  name: "house",
  rules: {
    "layers": layers,
    "error-message": errorMessage,
    "pure-rooms": pureRooms,
  },
};

export default plugin;
