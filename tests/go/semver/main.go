// Answers what Masterminds/semver makes of constraints and versions: each line
// on stdin is a JSON list of a constraint and versions; each line on stdout
// says "bad constraint", or for each version "bad", "yes" or "no".
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/Masterminds/semver/v3"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var question []string
		if err := json.Unmarshal(lines.Bytes(), &question); err != nil {
			panic(err)
		}
		answer, _ := json.Marshal(ask(question[0], question[1:]))
		fmt.Fprintln(out, string(answer))
	}
}

func ask(text string, versions []string) []string {
	constraint, err := semver.NewConstraint(text)
	if err != nil {
		return []string{"bad constraint"}
	}
	answers := []string{}
	for _, text := range versions {
		version, err := semver.NewVersion(text)
		switch {
		case err != nil:
			answers = append(answers, "bad")
		case constraint.Check(version):
			answers = append(answers, "yes")
		default:
			answers = append(answers, "no")
		}
	}
	return answers
}
