"""How the rankings of employers, agencies and roles are learned from letters that say who and what."""
