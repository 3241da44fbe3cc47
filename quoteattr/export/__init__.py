"""Files for programs; imports the model alone."""
