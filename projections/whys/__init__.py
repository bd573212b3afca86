"""Why is an answer what it is? One module for each kind of answer."""
