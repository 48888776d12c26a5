"""Who may do what. One function per act: None, or the reason why not, for the person to read."""
