module k0render.dev/tests/template

go 1.26.0
