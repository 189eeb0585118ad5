"""What all pages share: the door, the layout, and the small pieces that forms and replies are made of."""
