package org.etabli.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Walks over two functions at once, compared with every setting of the variables. */
class BddTest {
    private static final int VARIABLES = 8;

    private static int random(Bdd bdd, Random random, int depth) {
        if (depth == 0)
            return random.nextInt(4) == 0 ? random.nextInt(2) : bdd.variable(random.nextInt(VARIABLES));
        int f = random(bdd, random, depth - 1);
        int g = random(bdd, random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> bdd.and(f, g);
            case 1 -> bdd.or(f, bdd.not(g));
            default -> bdd.xor(f, g);
        };
    }

    private static boolean value(Bdd bdd, int f, int setting, Map<Integer, Boolean> given) {
        int result = f;
        for (int variable = 0; variable < VARIABLES; variable++)
            result = bdd.with(result, variable, given.getOrDefault(variable, (setting >> variable & 1) == 1));
        return result == Bdd.TRUE;
    }

    private static Bdd.Given given(Map<Integer, Boolean> values) {
        Bdd.Given given = new Bdd.Given();
        values.forEach(given::set);
        return given;
    }

    private static Map<Integer, Boolean> some(Random random) {
        Map<Integer, Boolean> values = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--)
            values.put(random.nextInt(VARIABLES), random.nextBoolean());
        return values;
    }

    @Test
    void oneFunctionIsWithinAnotherWhereNoSettingSaysOtherwise() {
        Random random = new Random(7);
        Bdd bdd = new Bdd();
        int within = 0;
        for (int round = 0; round < 600; round++) {
            int f = random(bdd, random, 4);
            int g = random.nextBoolean() ? random(bdd, random, 4) : bdd.or(f, random(bdd, random, 3));
            Map<Integer, Boolean> ofF = some(random);
            Map<Integer, Boolean> ofG = random.nextBoolean() ? ofF : some(random);
            boolean expected = true;
            for (int setting = 0; setting < 1 << VARIABLES; setting++)
                expected &= !value(bdd, f, setting, ofF) || value(bdd, g, setting, ofG);
            assertEquals(expected, bdd.isWithin(f, given(ofF), g, given(ofG)), f + " with " + ofF + " in " + g + " with " + ofG);
            assertEquals(expected, bdd.isWithin(bdd.with(f, given(ofF)), bdd.with(g, given(ofG))));
            within += expected ? 1 : 0;
        }
        assertTrue(within > 100 && within < 500, within + " of 600");
    }
}
