"""Step 4: what went wrong gets a name, its evidence and a rule for gone."""
