"""What is told across articles, aligned: who says it, who differs or denies, who is silent."""
