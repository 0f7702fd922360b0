#!/usr/bin/env bash
# What the jobs of all forges run: k0render diff between two commits.
#
# All input comes by the environment, and is only ever used in quotes: names of
# branches and paths are chosen by whoever opens a pull request.
#
#   K0RENDER_BASE         the commit that the change is to be merged into
#   K0RENDER_HEAD         the commit of the change
#   K0RENDER_SOURCE       the directory of the repository; here, if left out
#   K0RENDER_ENVIRONMENT  the one environment to look at; all, if left out
#   K0RENDER_DIALECT      for which forge Markdown is
#   K0RENDER_OUTPUT       where the reports go; a new directory, if left out
set -euo pipefail

: "${K0RENDER_BASE:?Set it to the commit that the change is to be merged into}"
: "${K0RENDER_HEAD:?Set it to the commit of the change}"

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
output=${K0RENDER_OUTPUT:-$(mktemp -d)}
mkdir -p "$output"

k0render() {
  if command -v deno >/dev/null; then
    deno run -A "$home/src/cli/main.ts" "$@"
  else
    npx -y deno@2.9.6 run -A "$home/src/cli/main.ts" "$@"
  fi
}

options=(
  --source "${K0RENDER_SOURCE:-.}"
  --dialect "${K0RENDER_DIALECT:-github}"
)
if [ -n "${K0RENDER_ENVIRONMENT:-}" ]; then
  options+=(--environment "$K0RENDER_ENVIRONMENT")
fi
for ending in md html json sarif; do
  options+=(--save "$output/diff.$ending")
done

status=0
k0render diff "${options[@]}" -- "$K0RENDER_BASE" "$K0RENDER_HEAD" || status=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$output/diff.md" ]; then
  cat "$output/diff.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf 'reports=%s\nexit-code=%s\n' "$output" "$status" >>"$GITHUB_OUTPUT"
fi
exit "$status"
