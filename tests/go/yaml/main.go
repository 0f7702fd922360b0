// Command yaml answers, for each JSON line on standard input, how Go's YAML
// packages read or write it. It is the judge of k0render's own YAML.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	yamlv2 "gopkg.in/yaml.v2"
	yamlv3 "gopkg.in/yaml.v3"
	"sigs.k8s.io/yaml"
)

// request asks for one of: the JSON of YAML text as sigs.k8s.io/yaml reads it
// ("read"), the scalar that yaml.v2 or yaml.v3 reads ("v2", "v3"), or the YAML
// that sigs.k8s.io/yaml makes of JSON text ("write").
type request struct {
	Do   string `json:"do"`
	Text string `json:"text"`
}

type answer struct {
	Text  string `json:"text"`
	Error string `json:"error,omitempty"`
}

func main() {
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

func respond(asked request) (given answer) {
	defer func() {
		if reason := recover(); reason != nil {
			given = answer{Error: fmt.Sprint(reason)}
		}
	}()
	text, err := perform(asked)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Text: text}
}

func perform(asked request) (string, error) {
	switch asked.Do {
	case "read":
		text, err := yaml.YAMLToJSON([]byte(asked.Text))
		if err != nil {
			return "", err
		}
		return unescape(text)
	case "v2":
		return describe(yamlv2.Unmarshal, asked.Text)
	case "v3":
		return describe(yamlv3.Unmarshal, asked.Text)
	case "write":
		return write(asked.Text)
	}
	return "", fmt.Errorf("unknown request %q", asked.Do)
}

func write(text string) (string, error) {
	value, err := decode(text)
	if err != nil {
		return "", err
	}
	written, err := yaml.Marshal(value)
	return string(written), err
}

// unescape writes JSON anew with <, > and & as themselves.
func unescape(text []byte) (string, error) {
	value, err := decode(string(text))
	if err != nil {
		return "", err
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err = encoder.Encode(value)
	return strings.TrimSuffix(out.String(), "\n"), err
}

// decode reads JSON without turning integers into floats.
func decode(text string) (any, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}

// describe gives the type and the text of the scalar in field "v".
func describe(unmarshal func([]byte, any) error, text string) (string, error) {
	var document map[string]any
	if err := unmarshal([]byte(text), &document); err != nil {
		return "", err
	}
	return fmt.Sprintf("%T:%v", document["v"], document["v"]), nil
}
