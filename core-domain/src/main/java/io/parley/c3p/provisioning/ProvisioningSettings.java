package io.parley.c3p.provisioning;

import java.time.Duration;
import java.util.Optional;

/**
 * What an operator decides for the Focus Factory. Sizes are characters in names, attribute values and texts below the element concerned.
 *
 * @param notificationData how large a {@code notification-data} may be
 * @param organizerRoamingData how large an {@code organizer-roaming-data} may be
 * @param entitySettings how large the {@code entity-settings} of one MCU may be
 * @param pstnBridging whether clients are told that telephones reach conferences
 * @param sweep how often conferences past their {@code expiry-time} are deleted; empty if they never are
 */
public record ProvisioningSettings(
        long notificationData,
        long organizerRoamingData,
        long entitySettings,
        boolean pstnBridging,
        Optional<Duration> sweep) {

    /** 16,384 characters of data, 2,048 of settings (MCUs publish no more, MS-CONFBAS section 2.2.5), no telephones, nothing deleted. */
    public static final ProvisioningSettings STANDARD =
            new ProvisioningSettings(16_384, 16_384, 2_048, false, Optional.empty());

    /** Refuses negative sizes and a sweep without a break. */
    public ProvisioningSettings {
        if (notificationData < 0 || organizerRoamingData < 0 || entitySettings < 0) {
            throw new IllegalArgumentException("sizes are 0 or more, not " + notificationData + ", "
                    + organizerRoamingData + ", " + entitySettings);
        }
        if (sweep.filter(every -> every.isNegative() || every.isZero()).isPresent()) {
            throw new IllegalArgumentException("expired conferences cannot be swept every " + sweep.get());
        }
    }

    /** These, with expired conferences deleted that often. */
    public ProvisioningSettings sweeping(Duration every) {
        return new ProvisioningSettings(
                notificationData, organizerRoamingData, entitySettings, pstnBridging, Optional.of(every));
    }

    /** These, with telephones. */
    public ProvisioningSettings withPstnBridging() {
        return new ProvisioningSettings(notificationData, organizerRoamingData, entitySettings, true, sweep);
    }
}
