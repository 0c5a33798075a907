package io.github.archrm.solver;

/**
 * A member of the vote on one task: it works on the task for its part of the budget, and says what
 * the outputs may be. Members work one after the other, on the same thread.
 */
interface Member {
  /** Its part of the task's budget, relative to those of the other members. */
  double share();

  /**
   * Works until it has found what it can or its part of the budget is over, and leaves its votes in
   * its state, where those of an earlier call on the same task are.
   *
   * @param until share of what the members have of the task's budget, 0-1, at which it must be done
   */
  Verdict work(MemberState state, double until);

  /** What a member thinks of its votes. */
  enum Verdict {
    /** More work might help. */
    OPEN,
    /** It is sure enough to have no more work, and that a last opinion of another one is enough. */
    AGREED,
    /** It knows the answers: nobody else has to be asked. */
    SETTLED
  }
}
