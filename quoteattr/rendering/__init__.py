"""Views for people; imports the model alone."""
