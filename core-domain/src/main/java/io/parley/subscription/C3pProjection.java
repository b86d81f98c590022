package io.parley.subscription;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.identity.SipUri;
import io.parley.privacy.Sight;
import io.parley.roster.EntityViews;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The conference roster of MS-CONFBAS section 2.2.4. */
final class C3pProjection extends AdmittedProjection {

    private final Discretion discretion;

    C3pProjection(Watched state, Sight sight) {
        super(state, sight);
        this.discretion = new Discretion(sight);
    }

    @Override
    public List<Element> parts() {
        return List.of(C3pDescription.of(conference(), discretion));
    }

    @Override
    Element shown(Member member, Element record) {
        Element whole = member.element();
        if (sight().unseen().isEmpty()) {
            return whole;
        }
        boolean endorsed =
                whole.attribute(InfoNames.ENDORSER).filter(sight()::betrays).isEmpty();
        Element shown = Foreign.attributesOf(
                endorsed
                        ? whole
                        : whole.withoutAttribute(InfoNames.ENDORSER).withoutAttribute(InfoNames.ENDORSER_DISPLAY_NAME));
        for (Element child : whole.elements()) {
            Optional<Element> left = child.name().equals(Info.ENDPOINT) ? discretion.of(child) : Optional.of(child);
            shown = Foreign.with(shown, left);
        }
        return shown;
    }

    @Override
    public List<Element> references() {
        return List.of();
    }

    @Override
    public SortedMap<String, Projection> sidebars() {
        return Collections.emptySortedMap();
    }

    @Override
    public List<Element> views() {
        Focus focus = Composer.focus(conference());
        SipUri uri = focus.provisioning().uri();
        List<Element> views = new ArrayList<>(List.of(EntityViews.ofFocus(conference(), uri)));
        Optional<FocusInstance> instance = focus.instance();
        if (instance.isPresent()) {
            for (Map.Entry<?, Mcu> entry : instance.get().mcus()) {
                EntityViews.of(entry.getValue()).map(discretion::ofView).ifPresent(views::add);
            }
        }
        return views;
    }
}
