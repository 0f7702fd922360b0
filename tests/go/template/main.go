// Command template answers, for each JSON line on standard input, what Go's
// text/template makes of a set of templates. It is the judge of k0render's own
// template language.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// request asks for the execution of the last of some templates, each a name
// and a text. Data is JSON, so that all its numbers are float64, as in Helm.
type request struct {
	Templates [][2]string `json:"templates"`
	Data      any         `json:"data"`
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
			given = answer{Error: fmt.Sprintf("panic: %v", reason)}
		}
	}()
	text, err := perform(asked)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Text: text}
}
