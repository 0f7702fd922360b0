module k0render.dev/tests/certificate

go 1.23
