"""What the claims of all kinds share: their article, their scope, and the roles of their fields."""
