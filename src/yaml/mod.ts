/**
 * YAML as Kubernetes reads and writes it.
 *
 * Every reader of what k0render writes is Go's sigs.k8s.io/yaml, and so is the
 * reader that users know. This room agrees with it in both directions: text is
 * read as Go would, and what is written Go reads back as the same value.
 *
 * @module
 */

export { emitYaml, marshalGo, marshalGoPretty } from "./emit_yaml.ts";
export { DEFAULT_LIMITS, type YamlLimits } from "./limits.ts";
export { loadFirstYaml, loadYaml, loadYamlAll } from "./load_yaml.ts";
export { locate } from "./locate.ts";
export {
  type ParseOptions,
  parseYaml,
  type YamlDocument,
  type YamlFile,
} from "./parse_yaml.ts";
export { YAML_RULES } from "./rules.ts";
export { YamlError } from "./yaml_error.ts";
