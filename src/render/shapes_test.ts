import { assertEquals } from "@std/assert";
import { getPath } from "../model/mod.ts";
import { loadLibrary } from "../templates/mod.ts";
import {
  builtInFiles,
  inputOf,
  objectOf,
  renderedUnit,
  unitsOf,
} from "./_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: one, namespace: prod}
spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {}}
`;

function inputWith(path: string, text: string) {
  const library = loadLibrary({
    builtIn: builtInFiles(),
    overlay: new Map([[path, text]]),
  });
  return inputOf(DEFINITIONS, { library });
}

const RELEASE = `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: {{name}}
  namespace: {{namespace}}
  labels: {{merge labels (dict "team" "platform")}}
spec:
  interval: 30m
  driftDetection:
    mode: enabled
  {{toYaml spec}}
`;

Deno.test("fillShape() takes the envelope from the repository's own shape", () => {
  const input = inputWith("flux/helmrelease.yaml.hbs", RELEASE);
  const { review } = renderedUnit(input, "cluster prod/one");
  const release = objectOf(review, "HelmRelease", "one");
  assertEquals(release.metadata.labels, {
    "k0rdent.mirantis.com/managed": "true",
    team: "platform",
  });
  assertEquals(getPath(release, ["spec", "interval"]), "30m");
  assertEquals(getPath(release, ["spec", "releaseName"]), "one");
});

Deno.test("fillShape() refuses a shape that gives another object or none", () => {
  const cases: [string, string][] = [
    [
      RELEASE.replace("name: {{name}}", "name: other"),
      'Cannot render HelmRelease prod/one: "templates/flux/helmrelease.yaml.hbs" gives HelmRelease prod/other',
    ],
    [
      RELEASE.replace("{{namespace}}", "{{space}}"),
      'Cannot render HelmRelease prod/one: Cannot read "space": there is no "space"; did you mean "spec"?',
    ],
  ];
  for (const [text, expected] of cases) {
    const input = inputWith("flux/helmrelease.yaml.hbs", text);
    const unit = unitsOf(input).get("cluster prod/one");
    assertEquals(unit?.kind, "failed");
    assertEquals(unit?.findings.map(({ message }) => message), [expected]);
  }
});

Deno.test("fillShape() lets a shape change the fingerprint of who uses it only", () => {
  const fingerprint = (path: string, text: string) => {
    const unit = unitsOf(inputWith(path, text)).get("cluster prod/one");
    return unit?.kind === "rendered" ? unit.fingerprint : undefined;
  };
  const unrelated = fingerprint("flux/receiver.yaml.hbs", "a: 1\n");
  assertEquals(fingerprint("flux/gitrepository.yaml.hbs", "a: 1\n"), unrelated);
  assertEquals(
    fingerprint("flux/helmrelease.yaml.hbs", RELEASE) === unrelated,
    false,
  );
});
