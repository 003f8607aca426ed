"""What must hold in the corpus: what a rule is, the catalogue of rules, what runs and reports them."""
