// Command functions answers, for each JSON line on standard input, what Helm's
// own engine makes of a template. It is the judge of k0render's functions.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"sort"
	"text/template"
	"time"
	_ "unsafe" // for go:linkname

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
)

// request asks for the text of a template over values given as JSON, or, where
// the template is empty, for the names of all functions.
type request struct {
	Template string         `json:"template"`
	Values   map[string]any `json:"values"`
}

// answer holds text as bytes, since a template may cut characters in two.
type answer struct {
	Text  []byte   `json:"text"`
	Names []string `json:"names,omitempty"`
	Error string   `json:"error,omitempty"`
}

//go:linkname funcMap helm.sh/helm/v4/pkg/engine.funcMap
func funcMap() template.FuncMap

func main() {
	time.Local = time.UTC
	requests := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := requests.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked request
		if err := json.Unmarshal(line, &asked); err != nil {
			panic(err)
		}
		if err := answers.Encode(respond(asked)); err != nil {
			panic(err)
		}
	}
}

func respond(asked request) answer {
	if asked.Template == "" {
		return answer{Names: names()}
	}
	source := &chart.Chart{
		Metadata: &chart.Metadata{Name: "t", Version: "1.0.0", APIVersion: "v2"},
		Templates: []*common.File{
			{Name: "templates/t", Data: []byte(asked.Template)},
		},
	}
	rendered, err := engine.Render(source, common.Values{"Values": asked.Values})
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Text: []byte(rendered["t/templates/t"])}
}

func names() []string {
	var all []string
	for name := range funcMap() {
		all = append(all, name)
	}
	sort.Strings(all)
	return all
}
