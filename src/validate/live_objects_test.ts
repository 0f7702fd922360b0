import { testCheck } from "../../tests/check_cases.ts";
import { checkLiveObjects } from "./live_objects.ts";

function namespace(metadata: string): string {
  return `{apiVersion: v1, kind: Namespace, metadata: {name: a${metadata}}}`;
}

testCheck(checkLiveObjects, [
  ["accepts what people write", namespace(", labels: {uid: x}"), []],
  ["accepts what the API server ignores", namespace(", generation: 3"), []],
  [
    "refuses each field of the API server",
    namespace(", uid: x, resourceVersion: '7', managedFields: []"),
    [
      "validate/live-object metadata.uid:",
      "validate/live-object metadata.resourceVersion:",
      "validate/live-object metadata.managedFields:",
    ],
  ],
]);
