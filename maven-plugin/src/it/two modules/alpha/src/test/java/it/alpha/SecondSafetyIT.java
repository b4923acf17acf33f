package it.alpha;

class SecondSafetyIT extends FirstSafetyIT {}
