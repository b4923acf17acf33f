package io.github.harmcheck.attack.image;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.core.Image;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a text, wrapped, in the largest font with which it fits into one image, and in as many images as it needs where
 * it fits with none. Needs no display.
 *
 * @param minFont points
 * @param maxFont points
 */
record TextImages(int minFont, int maxFont) {
    static final int SIDE = 512;
    private static final int MARGIN = 32;
    private static final int BOX = SIDE - 2 * MARGIN;

    /** Returns whether the font has all characters but those that no font shows. */
    boolean canDraw(String text) {
        Font font = font(minFont);
        return text.codePoints().allMatch(point -> Character.isISOControl(point) || font.canDisplay(point));
    }

    /**
     * Returns the images of a text, PNG, the first page first.
     *
     * @throws AttackConfigurationException where this machine can draw no text
     */
    List<Image> of(String text) {
        BufferedImage page = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            int size = maxFont;
            List<String> lines = lines(text, metrics(pen, size));
            while (size > minFont && lines.size() > linesOfPage(pen.getFontMetrics())) {
                size--;
                lines = lines(text, metrics(pen, size));
            }
            int most = linesOfPage(pen.getFontMetrics());
            List<Image> images = new ArrayList<>();
            for (int from = 0; from < lines.size(); from += most) {
                draw(lines.subList(from, Math.min(lines.size(), from + most)), pen);
                images.add(Image.of("image/png", png(page)));
            }
            return images;
        } finally {
            pen.dispose();
        }
    }

    private static void draw(List<String> lines, Graphics2D pen) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(Color.BLACK);
        FontMetrics metrics = pen.getFontMetrics();
        int y = MARGIN + metrics.getAscent();
        for (String line : lines) {
            pen.drawString(line, MARGIN, y);
            y += metrics.getHeight();
        }
    }

    /** Lines end at line breaks, at the last space that fits, or where a word is longer than a line. */
    private static List<String> lines(String text, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            int begin = 0;
            int space = -1;
            int width = 0;
            for (int at = 0; at < paragraph.length(); ) {
                int point = paragraph.codePointAt(at);
                width += metrics.charWidth(point);
                if (width > BOX && at > begin) {
                    int end = space > begin ? space : at;
                    lines.add(paragraph.substring(begin, end));
                    begin = space > begin ? space + 1 : at;
                    at = begin;
                    width = 0;
                    space = -1;
                    continue;
                }
                if (point == ' ') {
                    space = at;
                }
                at += Character.charCount(point);
            }
            lines.add(paragraph.substring(begin));
        }
        return lines;
    }

    private static int linesOfPage(FontMetrics metrics) {
        return Math.max(1, BOX / metrics.getHeight());
    }

    private static FontMetrics metrics(Graphics2D pen, int size) {
        pen.setFont(font(size));
        return pen.getFontMetrics();
    }

    /** A slim image of Java may come without fonts, which shows as one of several errors when the first is used. */
    private static Font font(int size) {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
            if (font.canDisplay('a')) {
                return font;
            }
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw noFont(e);
        }
        throw noFont(null);
    }

    private static AttackConfigurationException noFont(@Nullable Throwable cause) {
        String message =
                "the attack render-text draws text, and this machine has no font for it: install fontconfig and"
                        + " a font such as DejaVu Sans";
        return cause == null
                ? new AttackConfigurationException(message)
                : new AttackConfigurationException(message, cause);
    }

    private static byte[] png(BufferedImage page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(page, "png", out)) {
                throw new IllegalStateException("every Java platform writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
