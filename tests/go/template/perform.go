package main

import (
	"errors"
	"fmt"
	"strings"
	"text/template"
)

// perform parses and executes as Helm does: missing keys are zero values, and
// the set itself is named "gotpl".
func perform(asked request) (string, error) {
	set := template.New("gotpl").Option("missingkey=zero")
	set.Funcs(functions())
	set.Funcs(template.FuncMap{"include": include(set), "tpl": tpl(set)})
	name := ""
	for _, source := range asked.Templates {
		name = source[0]
		if _, err := set.New(name).Parse(source[1]); err != nil {
			return "", err
		}
	}
	var text strings.Builder
	err := set.ExecuteTemplate(&text, name, asked.Data)
	return text.String(), err
}

// include and tpl say what Helm's say; tests/go_template_functions.ts has the
// other side of all functions here.
func include(set *template.Template) any {
	return func(name string, data any) (string, error) {
		var text strings.Builder
		err := set.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
}

func tpl(parent *template.Template) any {
	return func(source string, data any) (string, error) {
		set, err := parent.Clone()
		if err != nil {
			return "", err
		}
		set.Option("missingkey=zero")
		set.Funcs(template.FuncMap{"include": include(set), "tpl": tpl(set)})
		main, err := set.New(parent.Name()).Parse(source)
		if err != nil {
			return "", fmt.Errorf("cannot parse template %q: %w", source, err)
		}
		var text strings.Builder
		if err := main.Execute(&text, data); err != nil {
			return "", fmt.Errorf(
				"error during tpl function execution for %q: %w", source, err)
		}
		return strings.ReplaceAll(text.String(), "<no value>", ""), nil
	}
}

// box is a type with fields and methods.
type box struct {
	Name string
	Tags []string
	Data map[string]any
	None any
}

func (b *box) Greet(who string) string { return "hello " + who + " from " + b.Name }

func (b *box) Open() map[string]any { return b.Data }

func (b *box) Fail() (string, error) { return "", errors.New("box is shut") }

func functions() template.FuncMap {
	return template.FuncMap{
		"list":    func(items ...any) []any { return items },
		"strings": func(items ...string) []string { return items },
		"dict": func(pairs ...any) map[string]any {
			made := map[string]any{}
			for i := 0; i+1 < len(pairs); i += 2 {
				made[fmt.Sprint(pairs[i])] = pairs[i+1]
			}
			return made
		},
		"names": func(pairs ...string) map[string]string {
			made := map[string]string{}
			for i := 0; i+1 < len(pairs); i += 2 {
				made[pairs[i]] = pairs[i+1]
			}
			return made
		},
		"upper":   strings.ToUpper,
		"twice":   func(n int) int { return n * 2 },
		"long":    func(n int64) int64 { return n },
		"half":    func(x float64) float64 { return x / 2 },
		"flag":    func(on bool) bool { return on },
		"entries": func(m map[string]any) int { return len(m) },
		"items":   func(l []any) int { return len(l) },
		"nothing": func() any { return nil },
		"same":    func(x any) any { return x },
		"isnil":   func(x any) bool { return x == nil },
		"fail":    func(why string) (string, error) { return "", errors.New(why) },
		"ternary": func(a, b any, on bool) any {
			if on {
				return a
			}
			return b
		},
		"box": func(name string) *box {
			return &box{Name: name, Tags: []string{"x", "y"}, Data: map[string]any{"a": 1.5}}
		},
	}
}
