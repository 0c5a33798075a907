package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.train.TimeLimit;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpendingTest {
  private static long at(Spending spending, double share) {
    return spending.deadline(share).nanos().getAsLong();
  }

  /** Of what is left when they begin, each has its share; the end stays where it was. */
  @Test
  void whatWasSpentBeforeTheMembersIsTakenFromAllOfThem() throws InterruptedException {
    Spending spending = new Spending(Budget.ofSeconds(1000));
    long end = at(spending, 1);
    Thread.sleep(5);
    long before = System.nanoTime();
    spending.beginMembers();
    long begin = at(spending, 0);
    assertTrue(begin >= before, "the first one's time is not over before it begins");
    assertEquals(end, at(spending, 1), 10);
    for (double share : new double[] {0.25, 0.5, 0.9}) {
      assertEquals(begin + share * (end - begin), at(spending, share), 1000);
    }
  }

  @Test
  void aBudgetThatIsSpentBeforeTheMembersIsOverForAll() throws InterruptedException {
    Spending spending = new Spending(Budget.ofSeconds(0.001));
    Thread.sleep(2);
    spending.beginMembers();
    assertTrue(spending.over(0.5) && spending.over(1));
  }

  @Test
  void stepsAreSharedWhateverTheTime() {
    Spending spending = new Spending(Budget.ofSteps(100));
    spending.made(20);
    spending.beginMembers();
    assertEquals(OptionalInt.of(30), spending.stepsUntil(0.5));
    assertEquals(TimeLimit.NONE, spending.deadline(0.5));
  }
}
