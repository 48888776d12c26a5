"""Where proposals are heard, asked about, voted on and minuted."""
