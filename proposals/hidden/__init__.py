"""What a file holds that its readers do not see: looked for before it is published."""
