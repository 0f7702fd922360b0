// Command charts answers, for each JSON line on standard input, what Helm makes
// of a chart: loaded once, rendered for each of the values. It judges whole
// charts, and is what k0render's speed is measured against.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
)

// question holds the files of a chart by path, and values as JSON.
type question struct {
	Files  map[string]string `json:"files"`
	Values []map[string]any  `json:"values"`
}

// answer says how long all renderings took together.
type answer struct {
	Milliseconds float64     `json:"ms"`
	Renderings   []rendering `json:"renderings"`
}

// rendering holds what helm template prints, or why it cannot.
type rendering struct {
	Text  string `json:"text"`
	Error string `json:"error,omitempty"`
}

func main() {
	log.SetOutput(io.Discard) // Helm's warnings about values
	questions := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := questions.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked question
		if err := json.Unmarshal(line, &asked); err != nil {
			panic(err)
		}
		if err := answers.Encode(respond(asked)); err != nil {
			panic(err)
		}
	}
}

func respond(asked question) answer {
	var files []*archive.BufferedFile
	for path, text := range asked.Files {
		files = append(files, &archive.BufferedFile{Name: path, Data: []byte(text)})
	}
	source, err := loader.LoadFiles(files)
	if err != nil {
		return answer{Renderings: []rendering{{Error: err.Error()}}}
	}
	made := make([]rendering, 0, len(asked.Values))
	begin := time.Now()
	for _, values := range asked.Values {
		text, err := render(source, values)
		if err != nil {
			made = append(made, rendering{Error: err.Error()})
			continue
		}
		made = append(made, rendering{Text: text})
	}
	return answer{time.Since(begin).Seconds() * 1000, made}
}

// render does what helm template does once it has loaded the chart.
func render(source *chart.Chart, given map[string]any) (string, error) {
	if err := chartutil.ProcessDependencies(source, given); err != nil {
		return "", err
	}
	release := common.ReleaseOptions{
		Name: "demo", Namespace: "prod", Revision: 1, IsInstall: true,
	}
	values, err := util.ToRenderValues(source, given, release, common.DefaultCapabilities)
	if err != nil {
		return "", err
	}
	files, err := engine.Render(source, values)
	if err != nil {
		return "", err
	}
	for path := range files {
		if strings.HasSuffix(path, "NOTES.txt") {
			delete(files, path)
		}
	}
	hooks, manifests, err := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
	if err != nil {
		return "", err
	}
	var body, tail bytes.Buffer
	for _, manifest := range manifests {
		section(&body, manifest.Name, manifest.Content)
	}
	for _, hook := range hooks {
		section(&tail, hook.Path, hook.Manifest)
	}
	return strings.TrimSpace(body.String()) + "\n" + tail.String(), nil
}

func section(to *bytes.Buffer, source, text string) {
	fmt.Fprintf(to, "---\n# Source: %s\n%s\n", source, text)
}
