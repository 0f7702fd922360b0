// Its presence lets main.go declare funcMap without a body.
