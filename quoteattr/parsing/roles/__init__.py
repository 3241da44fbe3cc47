"""The learned roles layer: pieces, windows and the decoding of a tagger's logits into attributions."""
