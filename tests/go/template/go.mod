module k0render.dev/tests/template

go 1.23
