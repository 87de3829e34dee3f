package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.etabli.ui.charter.assessment.Radar;
import org.junit.jupiter.api.Test;

/** Whatever the number of principles and the length of their names, every label can be read. */
class RadarTest {

    @Test
    void noLabelIsCutOrLiesOnAnother() {
        Random random = new Random(1);
        for (int run = 0; run < 5000; run++) {
            List<Radar.Size> sizes = IntStream.range(0, 3 + random.nextInt(14)).mapToObj(i -> new Radar.Size(40 + random.nextInt(110), 22 + 16 * random.nextInt(4))).toList();
            int width = 2 * sizes.stream().mapToInt(Radar.Size::width).max().orElseThrow() + 60 + random.nextInt(300);
            int height = Math.max(280, Radar.height(sizes) + random.nextInt(60));
            Radar radar = Radar.of(sizes, width, height);
            for (Radar.Label label : radar.labels()) {
                assertTrue(label.x() >= 0 && label.y() >= 0 && label.x() + label.width() <= width && label.y() + label.height() <= height, () -> label + " is cut in " + radar);
                assertTrue(distance(radar, label) >= radar.radius(), () -> label + " lies on the circle of " + radar);
                assertEquals(1, radar.labels().stream().filter(other -> overlap(label, other)).count(), () -> label + " lies on another of " + radar);
            }
        }
    }

    @Test
    void theFirstAxisPointsUpwards() {
        Radar radar = Radar.of(List.of(new Radar.Size(50, 20), new Radar.Size(50, 20), new Radar.Size(50, 20), new Radar.Size(50, 20)), 400, 300);
        assertEquals(new Radar.Point(200, 150 - radar.radius()), radar.at(0, 1));
        assertEquals(new Radar.Point(200 + radar.radius(), 150), radar.at(1, 1));
        assertEquals(new Radar.Point(200, 150), radar.at(2, 0));
    }

    private static double distance(Radar radar, Radar.Label label) {
        int x = Math.max(0, Math.max(label.x() - radar.x(), radar.x() - label.x() - label.width()));
        int y = Math.max(0, Math.max(label.y() - radar.y(), radar.y() - label.y() - label.height()));
        return Math.hypot(x, y);
    }

    private static boolean overlap(Radar.Label a, Radar.Label b) {
        return a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.y() + b.height() && b.y() < a.y() + a.height();
    }
}
