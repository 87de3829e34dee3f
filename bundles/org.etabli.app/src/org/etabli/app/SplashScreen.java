package org.etabli.app;

/**
 * The picture that the JVM shows from its first moment on (option -splash of the product's script). There is no native
 * launcher to show Eclipse's own.
 */
final class SplashScreen {

    private SplashScreen() {
    }

    /** Takes the picture away. In the background, since it loads AWT's library; without a picture it does nothing. */
    static void close() {
        if (System.getProperty("etabli.splash") == null) {
            return;
        }
        Thread.ofPlatform().daemon().name("splash").start(() -> {
            java.awt.SplashScreen picture = java.awt.SplashScreen.getSplashScreen();
            if (picture != null && picture.isVisible()) {
                picture.close();
            }
        });
    }
}
