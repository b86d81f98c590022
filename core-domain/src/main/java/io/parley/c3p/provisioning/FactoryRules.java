package io.parley.c3p.provisioning;

import io.parley.ccmp.Limits;
import io.parley.focus.McuType;
import io.parley.participation.FocusSettings;
import java.util.List;
import java.util.Optional;

/**
 * By what the Focus Factory decides.
 *
 * @param settings what the operator decides for it
 * @param focus what holds for conferences that do not say otherwise
 * @param limits how much the system holds
 * @param mcus the types of the MCUs that there are, in the order in which clients are told of them
 * @param certificate the certificate to which clients encrypt secrets, in base64; empty if secrets are not taken
 */
public record FactoryRules(
        ProvisioningSettings settings,
        FocusSettings focus,
        Limits limits,
        List<McuType> mcus,
        Optional<String> certificate) {

    /** Copies the list. */
    public FactoryRules {
        mcus = List.copyOf(mcus);
    }
}
