package io.github.archrm.solver.vote;

/**
 * A vote on one test input, for people who want to know who was wrong.
 *
 * @param member of the task's members, from 1 on
 * @param view through which the test input was seen, in words
 * @param candidate its place among the candidates, from 0 on; -1 if what was predicted is none
 * @param weight how much it counts
 */
public record Vote(int member, String view, int candidate, double weight) {}
