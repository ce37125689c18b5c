// Generated from openapi.json by tools/gen.ts; never edited.

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an account; a mail says how to go on, with or without an account */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password; the answer is the same for every address */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the link from the mail; every session of the account ends */
        post: operations["usePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your own password; every other session ends */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has which role in the council */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a role; it counts from the next request on */
        delete: operations["endRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did or looked at what, newest first; this look is an entry too */
        get: operations["searchAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at or changed my records, when, as what and why */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My open basket, with what each line of money will have left */
        get: operations["viewBasket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I may order an offer for, which lines could pay, and the price from each */
        get: operations["viewBasketChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put something in my basket */
        post: operations["addBasketItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change something in my basket */
        put: operations["changeBasketItem"];
        post?: never;
        /** Take something out of my basket */
        delete: operations["removeBasketItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the headings of the catalogue, each with its subcategories */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/councils/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a council is reached, and its pages on privacy, complaints and accessibility */
        get: operations["viewCouncil"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/council-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every setting of the council: what holds today, its default, and what begins later */
        get: operations["listCouncilSettings"];
        put?: never;
        /** Choose a setting from today or a later day on; nothing that was chosen before is lost */
        post: operations["chooseCouncilSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/council-settings/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was ever chosen for one setting, the latest first */
        get: operations["viewSettingHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on as a calendar (iCalendar, RFC 5545) of an organisation, a kind of support or a place: one of them is needed */
        get: operations["viewCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is on between two dates (a week from today if none are given, at most 92 days) */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the catalogue by words, place, category and filters, with prices for a budget line if one is named */
        get: operations["searchListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one listing with its offers, dates and trust marks, with prices for a budget line if one is named */
        get: operations["viewListing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/paying-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the budget lines that could pay, so that prices can be shown for one of them */
        get: operations["listPayingLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an organisation with its trust marks and its listings */
        get: operations["viewOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What your organisation says of itself, where each fact came from, and what a file says otherwise */
        get: operations["viewOwnOrganisation"];
        /** Say what is right about your organisation: no file changes it after that */
        put: operations["editOwnOrganisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A listing of your organisation, with its places, contacts, events, and where each fact came from */
        get: operations["viewOwnListing"];
        /** Say what is right about a listing, part by part: no file changes it after that */
        put: operations["editOwnListing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that all of it is still right today */
        post: operations["confirmOwnOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/file-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take what a file said of a field, or stay with your own */
        post: operations["settleOrganisationFileValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that all of it is still right today */
        post: operations["confirmOwnListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/file-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take what a file said of a field, or stay with your own */
        post: operations["settleListingFileValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a listing began and came to its state */
        get: operations["viewListingHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which listings are kept for a person, by their ids */
        get: operations["listKeptMarks"];
        put?: never;
        /** Keep a listing for a person; one that is kept already stays as it is */
        post: operations["keepListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/kept-listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listings kept for a person, newest first, and who else sees them */
        get: operations["listKeptListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the note beside a kept listing */
        put: operations["noteKeptListing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-listings/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a kept listing off the list */
        post: operations["removeKeptListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-listings/{id}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a kept listing back that was taken off the list */
        post: operations["putBackKeptListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a listing of your organisation; only its members see it until you publish it */
        post: operations["startListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let everybody find a listing that you started, or send it to the council that looks at it first */
        post: operations["publishListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/take-down": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a listing back so that only its members see it, until they send it again; what is ordered goes on */
        post: operations["takeListingDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A listing of your organisation as people see it or would */
        get: operations["previewListing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a listing of yours sells, with every price */
        get: operations["viewOwnOffers"];
        put?: never;
        /** Add something for sale, with its first price */
        post: operations["addOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/prices/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a price away that has not begun and at which no order was made; the one before it goes on */
        post: operations["removePrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what an offer costs from a day on; what is ordered keeps its price */
        post: operations["setOfferPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an offer off sale; what is ordered stays ordered */
        post: operations["withdrawOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an offer back on sale */
        post: operations["putBackOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/withheld-listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listings that your council hides from everybody, and why */
        get: operations["listWithheldListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether people can find a listing that your council lists */
        get: operations["viewListingStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide a listing from everybody; what is ordered goes on */
        post: operations["withholdListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/show-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let everybody find a listing again that your council hid */
        post: operations["showAgainListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dates of the next half year on which a listing of your organisation is on, with those called off or moved */
        get: operations["listOwnDates"];
        /** Call off one date, move it to another day or time, or have it on as it was */
        put: operations["changeEventDate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listings that wait to be looked at before people see them, the longest first */
        get: operations["listListingReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A listing that waits, as people would see it, with what changed since it was looked at last */
        get: operations["viewListingReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let everybody find a listing that waits, exactly as it was looked at */
        post: operations["approveListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listings/{id}/ask-for-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what has to change before people see a listing; its owner reads it, mends it and sends it again */
        post: operations["askForListingChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked of your organisation, what is done and what lacks */
        get: operations["viewOwnChecks"];
        /** Say until when you are insured, when workers were checked, and where you are registered */
        put: operations["sayOwnChecks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/self-billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree that your council writes your invoices */
        post: operations["agreeSelfBilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this feed speaks */
        get: operations["openReferral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this feed speaks */
        get: operations["openReferralRoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services, each with its organisation */
        get: operations["openServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service with everything that is public of it */
        get: operations["openService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/service_at_locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services at their places, also near a postcode */
        get: operations["openServicesAtPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/service_at_locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service at one place */
        get: operations["openServiceAtPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who offers something */
        get: operations["openOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
        get: operations["openOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/taxonomies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists of kinds */
        get: operations["openTaxonomies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/taxonomies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list of kinds */
        get: operations["openTaxonomy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/taxonomy_terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of support */
        get: operations["openTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v3/taxonomy_terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One kind of support */
        get: operations["openTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services in the shape of Open Referral UK 1.0 */
        get: operations["olderOpenServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v1/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service in the shape of Open Referral UK 1.0 */
        get: operations["olderOpenService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v1/vocabularies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists of kinds, in the shape of Open Referral UK 1.0 */
        get: operations["olderOpenVocabularies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oruk/v1/taxonomies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of support, in the shape of Open Referral UK 1.0 */
        get: operations["olderOpenTaxonomies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders that I may see, newest first */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its visits, and what I may do with it */
        get: operations["viewOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was placed together, by the id of its basket */
        get: operations["viewReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/visitor-note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to reach the person of an order that my organisation accepted */
        get: operations["viewVisitorNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/shared-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which needs of mine the provider of an order may know once it accepts */
        put: operations["shareNeeds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an order placed with my organisation */
        post: operations["acceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an order with a reason; the money goes back at once */
        post: operations["declineOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a no that was said by mistake: the order waits for its provider again, its money is set aside again */
        post: operations["putOrderBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an order; visits inside their notice are still charged */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The council’s invitations, newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Invite someone to a role by mail */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back: its link no longer works */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations by a part of their name, to invite someone for */
        get: operations["findOrganisationsToInvite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the link in a mail invites to */
        post: operations["seeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation by its link; someone new chooses a name and a password */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of three sentences about the last twelve months */
        get: operations["viewInsightSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/summary.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of three sentences about the last twelve months, as CSV */
        get: operations["downloadInsightSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What deliveries cost, by month, category and stream */
        get: operations["viewSpend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/spend.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What deliveries cost, by month, category and stream, as CSV */
        get: operations["downloadSpend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people looked for and did not find */
        get: operations["viewSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/searches.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people looked for and did not find, as CSV */
        get: operations["downloadSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/declined-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders that providers declined, by reason, category and provider */
        get: operations["viewDeclinedOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/declined-orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders that providers declined, by reason, category and provider, as CSV */
        get: operations["downloadDeclinedOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/days-to-pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days from delivery to payment, by month and payer */
        get: operations["viewDaysToPay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/insights/days-to-pay.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days from delivery to payment, by month and payer, as CSV */
        get: operations["downloadDaysToPay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters that wait to be printed, or those that were */
        get: operations["listLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One letter, with the address for its envelope */
        get: operations["viewLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters/{id}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a letter was printed, so that it waits no longer */
        post: operations["printLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails of the demonstration, newest first; only in demonstration mode */
        get: operations["viewOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/paper-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts without an e-mail address, of a person and of their helpers */
        get: operations["listPaperAccounts"];
        put?: never;
        /** Make an account without an e-mail address; answers what to print, once */
        post: operations["handOverAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/paper-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new code on paper for a person’s or helper’s account; the one before no longer works */
        post: operations["printPaperCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/paper-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new code on paper for any account without an e-mail address */
        post: operations["printPaperCodeFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/paper-codes/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password by the name and the code of a letter; every session of the account ends */
        post: operations["usePaperCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photos of an organisation or of a listing, in their order */
        get: operations["listPhotos"];
        put?: never;
        /**
         * Put up a photo, with the words for those who do not see it
         * @description A multipart form: `organisation` or `listing` (the last part of its page’s address), `altText`, and `file` (JPEG, PNG or WebP of at most 10 megabytes and 50 million pixels). The picture is made again; only its pixels are kept.
         */
        post: operations["addPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo itself, as long as something that is shown has it; its own people see it longer */
        get: operations["viewPhotoFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photos of my organisation or of one of its listings, with who put them up and when */
        get: operations["listOwnPhotos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Other words for those who do not see the photo */
        put: operations["describePhoto"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a photo one place earlier or later; at the end already, nothing changes */
        post: operations["movePhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a photo away, its bytes too */
        post: operations["removePhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, in which council and with which roles */
        get: operations["viewSession"];
        put?: never;
        /** Sign in with an e-mail address and a password */
        post: operations["signIn"];
        /** Sign out here */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stay signed in: a new access token for the refresh token in the cookie */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out on every device, this one too */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/council": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Go on in another council of the same account */
        put: operations["switchCouncil"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/traces/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pound from the award to the bank file and back, by the number of anything on its way */
        get: operations["followReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits of some days, soonest first; this week unless said otherwise */
        get: operations["listVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/money-coming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my organisation has earned and has not been paid yet */
        get: operations["viewMoneyComing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One visit, planned and as it was */
        get: operations["viewVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The worker has arrived */
        post: operations["startVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The worker leaves: the visit is recorded from its start until now */
        post: operations["finishVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** When the visit really began and ended, or that it was delivered; again to correct it */
        post: operations["recordVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/miss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The visit did not happen: its money goes back to the person */
        post: operations["missVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo that a visit did not happen: it is planned again and its money is set aside again */
        post: operations["putVisitBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something was wrong: nothing is paid until it is put right or decided */
        post: operations["queryVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workers of my organisation, by name */
        get: operations["listWorkers"];
        put?: never;
        /** Add a worker; a name that another has needs a reference that tells them apart */
        post: operations["addWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One worker, and what happened to the record */
        get: operations["viewWorker"];
        /** Another name or reference of the same person; their visits stay theirs */
        put: operations["changeWorker"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last day on which somebody worked here; visits until then can still be recorded for them */
        post: operations["endWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workers/{id}/come-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody works here again */
        post: operations["bringWorkerBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a finance officer, longest first, with its cause and both sides */
        get: operations["listExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One exception: what was agreed, what was found, and the money there is */
        get: operations["viewException"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a second finance officer to agree to more than one may decide alone */
        post: operations["proposeSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not agree to the sum that another officer asked for, or take it back; the visit stays to be settled */
        post: operations["refuseSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose money the council handles, what each pays from, and what waits to be paid */
        get: operations["listFunders"];
        put?: never;
        /** Add a funder; it pays nothing until two people have set its account */
        post: operations["addFunder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One funder with every account that it pays or paid from, newest first */
        get: operations["viewFunder"];
        /** Change the name of a funder, where its invoices go, or which kinds of money come from it */
        put: operations["changeFunder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funders/{id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose the account that a funder pays from; a second officer releases it */
        post: operations["proposeFunderAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funder-accounts/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release an account that somebody else proposed; runs of this funder are paid from it from now on */
        post: operations["releaseFunderAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funder-accounts/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposal away, with the reason */
        post: operations["refuseFunderAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funders/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a funder awarded, spent, owes and paid in a period, and the same by provider */
        get: operations["viewFunderStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funders/{id}/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV, with every provider */
        get: operations["downloadFunderStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money-exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that went or came otherwise than we thought: what waits, longest first, or what was settled */
        get: operations["listMoneyExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/money-exceptions/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of it, and why */
        post: operations["settleMoneyException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make invoices of every confirmed delivery in finished billing periods; again makes nothing twice */
        post: operations["billDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices that concern me, newest first */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice with its lines, and how it was paid */
        get: operations["viewInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/document.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as UBL 2.1 (EN 16931, Peppol BIS Billing 3.0) */
        get: operations["downloadElectronicInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as a PDF */
        get: operations["downloadInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an invoice back, or part of it, with a credit note; its visits can be billed again at the right price */
        post: operations["creditInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that I paid an invoice of mine from the money that I hold, or that what a credit note takes back was paid back */
        post: operations["settleInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments made to my organisation, newest first */
        get: operations["listRemittances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The remittance advice as a PDF */
        get: operations["downloadRemittance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment runs, newest first */
        get: operations["listPaymentRuns"];
        put?: never;
        /** Propose a run over everything that one funder can pay */
        post: operations["proposePaymentRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run of one funder would pay now, and what it would leave out and why */
        get: operations["viewPaymentProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run: how much in all, who took which step and where it stands */
        get: operations["viewPaymentRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payments of a run by their number: who is paid what, and for which invoices */
        get: operations["listRunPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/authorise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Authorise a run that somebody else proposed; payees whose bank details changed are dropped */
        post: operations["authorisePaymentRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a run before there is a file; everything in it can be paid in another */
        post: operations["cancelPaymentRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payee-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bank details of payees, newest first: what waits to be released, what is paid now, or everything */
        get: operations["listPayeeAccounts"];
        put?: never;
        /** Propose where a payee is paid; a second officer releases it */
        post: operations["proposePayeeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payee-accounts/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put in force what somebody else proposed: all of them, or none */
        post: operations["releasePayeeAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payee-accounts/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposal away, with the reason */
        post: operations["refusePayeeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payee-accounts/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the council pays your organisation, what waits, and what was there before */
        get: operations["viewOwnPayeeAccounts"];
        put?: never;
        /** Say where your organisation is to be paid; it counts after some working days, or when an officer agrees */
        post: operations["changeOwnPayeeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file for the bank (ISO 20022 pain.001), always the same bytes */
        get: operations["downloadPaymentFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the bank said: as JSON, or its pain.002 file as multipart/form-data */
        post: operations["recordPaymentResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/sandbox-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Demonstration only: the bank answers that everything was paid */
        post: operations["recordSandboxResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/bank-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that the bank said of a run, newest first */
        get: operations["listBankEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/caseloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works with whom, today and later, by name */
        get: operations["listCaseloads"];
        put?: never;
        /** Put a person on a practitioner’s caseload, from a day and until one */
        post: operations["beginCaseload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/caseloads/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say the last day of an entry, or end it at once */
        post: operations["endCaseload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people whom the viewer may see, by name */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["viewPerson"];
        /** Write what is known of a person: how to reach them, how to get in, what they need */
        put: operations["editPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/final-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People whose time with the council ended, the latest first */
        get: operations["listFinalStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/final-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is left, set aside and owed when a person’s time with the council ended */
        get: operations["viewFinalStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person's budget and lines: spent, spoken for, left */
        get: operations["viewMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/build-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines with more unspent than the council expects: to ask about, never to sweep */
        get: operations["listBuildUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/budget-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines whose money the viewer's organisation holds */
        get: operations["listHeldLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/budget-lines/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came in, what went out and what is left on one line in one month */
        get: operations["viewStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/budget-lines/{id}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same statement as a PDF */
        get: operations["printStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money due or paid to those who hold it for a person */
        get: operations["listPayIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pay-ins/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the pay-ins that are due by now; again creates nothing */
        post: operations["schedulePayIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/card-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start putting own money in by card */
        post: operations["startCardPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/card-payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a card payment stands */
        get: operations["viewCardPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/card-payments/{id}/sandbox-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Demonstration only: try a test card */
        post: operations["payInSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may act for a person, with which money and until when */
        get: operations["listMandates"];
        put?: never;
        /** Let a representative or a broker act for a person, with lines, limits and dates */
        post: operations["makeMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a mandate today; the orders that its holder placed stay, and both sides are told */
        post: operations["endMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The viewer's messages, newest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a message as read */
        post: operations["readMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions that the viewer may read, those written in last first */
        get: operations["listQuestions"];
        put?: never;
        /** Ask about a listing for a person; what was asked before is gone on with */
        post: operations["askQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/asking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a listing can be asked about for a person, and how long an answer usually takes */
        get: operations["viewAsking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question with all that was written, newest first, and who may read it */
        get: operations["viewQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write on in a question, as the side that you are of */
        post: operations["writeOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-entries/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the council look at something that was written in a question */
        post: operations["reportQuestionEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was reported and no one has settled, the oldest first */
        get: operations["listQuestionReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-reports/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a report, and say to the side that made it what comes of it */
        post: operations["settleQuestionReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/budget-lines/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which visits would end, and which pay-ins would change, if a line of money had another last day or award */
        get: operations["previewLineChange"];
        put?: never;
        /** Give a line of money another last day or award: ends the visits and changes the pay-ins that were shown, and nothing else */
        post: operations["changeLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it would end to say that somebody died, moved away or left */
        get: operations["previewEnding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody died, moved away or left: ends what was shown, and nothing else */
        post: operations["endPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/come-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody is with the council again, or that their ending was a mistake */
        post: operations["bringPersonBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-runs/{id}/emit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the bank file; again gives the same file */
        post: operations["emitPaymentRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/people/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: People with their personal budgets */
        post: operations["previewPeopleImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: People with their personal budgets */
        post: operations["importPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/providers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: Providers with services and prices */
        post: operations["previewProvidersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: Providers with services and prices */
        post: operations["importProviders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/community/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: Community groups */
        post: operations["previewCommunityImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: Community groups */
        post: operations["importCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/postcodes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: Postcodes with their places and wards */
        post: operations["previewPostcodesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/postcodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: Postcodes with their places and wards */
        post: operations["importPostcodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/mandates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: Who may act for whom */
        post: operations["previewMandatesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: Who may act for whom */
        post: operations["importMandates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/caseloads/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: Who works with whom */
        post: operations["previewCaseloadsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/caseloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: Who works with whom */
        post: operations["importCaseloads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/open-referral/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a file would do: Services of an Open Referral list, in JSON */
        post: operations["previewOpenReferralImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/open-referral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At once, for programs: Services of an Open Referral list, in JSON */
        post: operations["importOpenReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the very file that was looked at, as it was shown */
        post: operations["takeImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was brought in, the newest first */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes an import on which nothing hangs */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what a visit costs; what waited for it goes on, and both sides are told why */
        post: operations["settleException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree, as a second officer, to the sum that another asked for */
        post: operations["agreeToSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish making an account, with the link from the mail and the password */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yes, they came: the visit is paid for from the lines that were chosen */
        post: operations["confirmVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/visits/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yes to several visits at once: all of them or none */
        post: operations["confirmVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actuals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record many visits from a CSV file; good rows are taken, bad rows explained, a repeat changes nothing
         * @description Send the file as the one part of a multipart form. Columns: worker, start, end, and one of reference, visit_reference, order_reference (an order is looked up by its reference and the day of the start). Moments are YYYY-MM-DD HH:MM or DD/MM/YYYY HH:MM in London; with a date column, times alone will do. A worker_reference tells workers of one name apart; without one, a name that two have is refused. UTF-8, UTF-16 and Windows-1252 are read; commas, semicolons and tabs.
         */
        post: operations["uploadActuals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a store of your own; nothing of it is seen before it has a listing that people may see */
        post: operations["openStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/basket/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place everything in my basket and reserve the money: all of it or none */
        post: operations["placeBasket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proves the books of the council: every check, what it counted and what is wrong */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you can look around as; only in the demonstration */
        get: operations["viewDemonstration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look around as one of the made-up people, without a password; only in the demonstration */
        post: operations["lookAround"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the card processor tells us, signed */
        post: operations["receiveCardEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    councilSlug?: string;
                    name: string;
                    /** Format: email */
                    email: string;
                    /** @description at least 12 characters of any kind; not your name or address, not a well-known one */
                    password: string;
                    store?: {
                        kind: "alone" | "small-organisation" | "agency" | "charity" | "community-group" | "council-service";
                        name: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accepted: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accepted: true;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    usePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description at least 12 characters of any kind; not your name or address, not a well-known one */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    /** @description at least 12 characters of any kind; not your name or address, not a well-known one */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            accountId: string;
                            name: string;
                            email: string | null;
                            signInName: string | null;
                            /** @enum {string} */
                            role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                            organisationName: string | null;
                            personReference: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    endRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    searchAuditEntries: {
        parameters: {
            query?: {
                /** @description an account id or e-mail address, or "system" */
                account?: string;
                /** @description a person’s id or reference */
                person?: string;
                event?: string;
                /** @description the id of the record concerned */
                record?: string;
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                from?: string;
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                to?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description an instant in UTC, ISO 8601 */
                            happenedAt: string;
                            accountId: string;
                            accountName: string | null;
                            roles: string[];
                            kind: "look" | "change";
                            event: string;
                            noun: string;
                            recordId: string | null;
                            personId: string | null;
                            personReference: string | null;
                            reason: string;
                            details: {
                                [key: string]: string | number | boolean;
                            };
                            sealPosition: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listLooks: {
        parameters: {
            query?: {
                /** @description leave out what the person did themself, or not */
                who?: "others" | "everyone";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description an instant in UTC, ISO 8601 */
                            happenedAt: string;
                            name: string | null;
                            roles: string[];
                            organisationName: string | null;
                            own: boolean;
                            kind: "look" | "change";
                            event: string;
                            noun: string;
                            reason: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewBasket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        items: {
                            id: string;
                            personId: string;
                            personName: string;
                            offerId: string;
                            offerName: string;
                            listingSlug: string;
                            listingTitle: string;
                            organisationId: string;
                            organisationName: string;
                            unit: string;
                            noticeHours: number;
                            kind: "one-off" | "schedule";
                            quantity: number;
                            firstDate: string;
                            lastDate: string;
                            startTime: string | null;
                            clockChoice: ("earlier" | "later") | null;
                            minutes: number | null;
                            pattern: {
                                weekday: number;
                                startTime: string;
                                minutes: number;
                            }[];
                            note: string;
                            /** @description In the order of time: one price with the visits that have it; several where it changes meanwhile */
                            prices: {
                                /** @description whole pence */
                                unitPricePence: number;
                                priceSource: "public" | "agreed";
                                /** @description the first visit at this price, YYYY-MM-DD */
                                firstDate: string;
                                lastDate: string;
                                visits: number;
                            }[];
                            vatRateBasisPoints: number | null;
                            /** @description How many visits or deliveries it comes to */
                            visits: number;
                            totalPence: number | null;
                            outlasts: {
                                /** @description The last day of the authority to order for this person */
                                untilDate: string;
                                /** @description How many of the visits come after it */
                                visits: number;
                            } | null;
                            shares: {
                                lineId: string;
                                lineName: string;
                                personId: string;
                                personName: string;
                                weight: number;
                                pence: number | null;
                            }[];
                            problems: {
                                code: string;
                                details: {
                                    [key: string]: unknown;
                                };
                            }[];
                        }[];
                        lines: {
                            lineId: string;
                            lineName: string;
                            stream: string;
                            personId: string;
                            personName: string;
                            /** @description whole pence */
                            needsPence: number;
                            /** @description whole pence */
                            leftBeforePence: number;
                            /** @description whole pence */
                            leftAfterPence: number;
                            enough: boolean;
                            /** @description Where it is not enough: other money of this person that has enough */
                            others: string[];
                        }[];
                        /** @description whole pence */
                        totalPence: number;
                        /** @description How many orders it becomes */
                        orders: number;
                        /** @description Whether it can be placed as it is */
                        ready: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewBasketChoices: {
        parameters: {
            query: {
                offerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offer: {
                            id: string;
                            name: string;
                            unit: string;
                            days: string;
                            minimumMinutes: number;
                            noticeHours: number;
                            /** @description Whether it is priced by time, so that days and times must be chosen */
                            timed: boolean;
                            listingSlug: string;
                            listingTitle: string;
                            organisationName: string;
                        };
                        people: {
                            personId: string;
                            personName: string;
                            mainLineId: string | null;
                            /** @description The person's own lines first, then those of their family for whom the viewer may also order */
                            lines: {
                                lineId: string;
                                lineName: string;
                                stream: string;
                                personId: string;
                                personName: string;
                                startsOn: string;
                                endsOn: string;
                                /** @description whole pence */
                                leftPence: number;
                                unitPricePence: number | null;
                                priceSource: ("public" | "agreed") | null;
                                nextPricePence: number | null;
                                nextPriceFrom: string | null;
                                publicPricePence: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    addBasketItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    offerId: string;
                    kind: "one-off" | "schedule";
                    /**
                     * @description How many each time; 1 for what is priced by time
                     * @default 1
                     */
                    quantity?: number;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    firstDate: string;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    lastDate?: string;
                    /** @description HH:MM in Europe/London */
                    startTime?: string;
                    minutes?: number;
                    pattern?: {
                        /** @description 1 is Monday */
                        weekday: number;
                        /** @description HH:MM in Europe/London */
                        startTime: string;
                        minutes: number;
                    }[];
                    /** @description Which of the two choices that a refused start offered, where it falls into a change of the clocks */
                    clockChoice?: "earlier" | "later";
                    /** @description Which lines pay, in the order that settles the odd penny */
                    shares: {
                        lineId: string;
                        /** @description Parts of the whole; 1 and 1 is half each */
                        weight: number;
                    }[];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        itemId: string;
                        basket: {
                            id: string | null;
                            items: {
                                id: string;
                                personId: string;
                                personName: string;
                                offerId: string;
                                offerName: string;
                                listingSlug: string;
                                listingTitle: string;
                                organisationId: string;
                                organisationName: string;
                                unit: string;
                                noticeHours: number;
                                kind: "one-off" | "schedule";
                                quantity: number;
                                firstDate: string;
                                lastDate: string;
                                startTime: string | null;
                                clockChoice: ("earlier" | "later") | null;
                                minutes: number | null;
                                pattern: {
                                    weekday: number;
                                    startTime: string;
                                    minutes: number;
                                }[];
                                note: string;
                                /** @description In the order of time: one price with the visits that have it; several where it changes meanwhile */
                                prices: {
                                    /** @description whole pence */
                                    unitPricePence: number;
                                    priceSource: "public" | "agreed";
                                    /** @description the first visit at this price, YYYY-MM-DD */
                                    firstDate: string;
                                    lastDate: string;
                                    visits: number;
                                }[];
                                vatRateBasisPoints: number | null;
                                /** @description How many visits or deliveries it comes to */
                                visits: number;
                                totalPence: number | null;
                                outlasts: {
                                    /** @description The last day of the authority to order for this person */
                                    untilDate: string;
                                    /** @description How many of the visits come after it */
                                    visits: number;
                                } | null;
                                shares: {
                                    lineId: string;
                                    lineName: string;
                                    personId: string;
                                    personName: string;
                                    weight: number;
                                    pence: number | null;
                                }[];
                                problems: {
                                    code: string;
                                    details: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            }[];
                            lines: {
                                lineId: string;
                                lineName: string;
                                stream: string;
                                personId: string;
                                personName: string;
                                /** @description whole pence */
                                needsPence: number;
                                /** @description whole pence */
                                leftBeforePence: number;
                                /** @description whole pence */
                                leftAfterPence: number;
                                enough: boolean;
                                /** @description Where it is not enough: other money of this person that has enough */
                                others: string[];
                            }[];
                            /** @description whole pence */
                            totalPence: number;
                            /** @description How many orders it becomes */
                            orders: number;
                            /** @description Whether it can be placed as it is */
                            ready: boolean;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changeBasketItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    offerId: string;
                    kind: "one-off" | "schedule";
                    /**
                     * @description How many each time; 1 for what is priced by time
                     * @default 1
                     */
                    quantity?: number;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    firstDate: string;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    lastDate?: string;
                    /** @description HH:MM in Europe/London */
                    startTime?: string;
                    minutes?: number;
                    pattern?: {
                        /** @description 1 is Monday */
                        weekday: number;
                        /** @description HH:MM in Europe/London */
                        startTime: string;
                        minutes: number;
                    }[];
                    /** @description Which of the two choices that a refused start offered, where it falls into a change of the clocks */
                    clockChoice?: "earlier" | "later";
                    /** @description Which lines pay, in the order that settles the odd penny */
                    shares: {
                        lineId: string;
                        /** @description Parts of the whole; 1 and 1 is half each */
                        weight: number;
                    }[];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        itemId: string;
                        basket: {
                            id: string | null;
                            items: {
                                id: string;
                                personId: string;
                                personName: string;
                                offerId: string;
                                offerName: string;
                                listingSlug: string;
                                listingTitle: string;
                                organisationId: string;
                                organisationName: string;
                                unit: string;
                                noticeHours: number;
                                kind: "one-off" | "schedule";
                                quantity: number;
                                firstDate: string;
                                lastDate: string;
                                startTime: string | null;
                                clockChoice: ("earlier" | "later") | null;
                                minutes: number | null;
                                pattern: {
                                    weekday: number;
                                    startTime: string;
                                    minutes: number;
                                }[];
                                note: string;
                                /** @description In the order of time: one price with the visits that have it; several where it changes meanwhile */
                                prices: {
                                    /** @description whole pence */
                                    unitPricePence: number;
                                    priceSource: "public" | "agreed";
                                    /** @description the first visit at this price, YYYY-MM-DD */
                                    firstDate: string;
                                    lastDate: string;
                                    visits: number;
                                }[];
                                vatRateBasisPoints: number | null;
                                /** @description How many visits or deliveries it comes to */
                                visits: number;
                                totalPence: number | null;
                                outlasts: {
                                    /** @description The last day of the authority to order for this person */
                                    untilDate: string;
                                    /** @description How many of the visits come after it */
                                    visits: number;
                                } | null;
                                shares: {
                                    lineId: string;
                                    lineName: string;
                                    personId: string;
                                    personName: string;
                                    weight: number;
                                    pence: number | null;
                                }[];
                                problems: {
                                    code: string;
                                    details: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            }[];
                            lines: {
                                lineId: string;
                                lineName: string;
                                stream: string;
                                personId: string;
                                personName: string;
                                /** @description whole pence */
                                needsPence: number;
                                /** @description whole pence */
                                leftBeforePence: number;
                                /** @description whole pence */
                                leftAfterPence: number;
                                enough: boolean;
                                /** @description Where it is not enough: other money of this person that has enough */
                                others: string[];
                            }[];
                            /** @description whole pence */
                            totalPence: number;
                            /** @description How many orders it becomes */
                            orders: number;
                            /** @description Whether it can be placed as it is */
                            ready: boolean;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    removeBasketItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        items: {
                            id: string;
                            personId: string;
                            personName: string;
                            offerId: string;
                            offerName: string;
                            listingSlug: string;
                            listingTitle: string;
                            organisationId: string;
                            organisationName: string;
                            unit: string;
                            noticeHours: number;
                            kind: "one-off" | "schedule";
                            quantity: number;
                            firstDate: string;
                            lastDate: string;
                            startTime: string | null;
                            clockChoice: ("earlier" | "later") | null;
                            minutes: number | null;
                            pattern: {
                                weekday: number;
                                startTime: string;
                                minutes: number;
                            }[];
                            note: string;
                            /** @description In the order of time: one price with the visits that have it; several where it changes meanwhile */
                            prices: {
                                /** @description whole pence */
                                unitPricePence: number;
                                priceSource: "public" | "agreed";
                                /** @description the first visit at this price, YYYY-MM-DD */
                                firstDate: string;
                                lastDate: string;
                                visits: number;
                            }[];
                            vatRateBasisPoints: number | null;
                            /** @description How many visits or deliveries it comes to */
                            visits: number;
                            totalPence: number | null;
                            outlasts: {
                                /** @description The last day of the authority to order for this person */
                                untilDate: string;
                                /** @description How many of the visits come after it */
                                visits: number;
                            } | null;
                            shares: {
                                lineId: string;
                                lineName: string;
                                personId: string;
                                personName: string;
                                weight: number;
                                pence: number | null;
                            }[];
                            problems: {
                                code: string;
                                details: {
                                    [key: string]: unknown;
                                };
                            }[];
                        }[];
                        lines: {
                            lineId: string;
                            lineName: string;
                            stream: string;
                            personId: string;
                            personName: string;
                            /** @description whole pence */
                            needsPence: number;
                            /** @description whole pence */
                            leftBeforePence: number;
                            /** @description whole pence */
                            leftAfterPence: number;
                            enough: boolean;
                            /** @description Where it is not enough: other money of this person that has enough */
                            others: string[];
                        }[];
                        /** @description whole pence */
                        totalPence: number;
                        /** @description How many orders it becomes */
                        orders: number;
                        /** @description Whether it can be placed as it is */
                        ready: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            slug: string;
                            name: string;
                            children: {
                                slug: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewCouncil: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                on?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        /** @description YYYY-MM-DD */
                        on: string;
                        contact: {
                            /** @description empty: the council has not said it */
                            telephone: string;
                            /** @description empty: the council has not said it */
                            email: string;
                            /** @description empty: the council has not said it */
                            address: string;
                            /** @description empty: the council has not said it */
                            hours: string;
                        };
                        safety: {
                            /** @description empty: the council has not said it */
                            emergencyTelephone: string;
                            /** @description empty: the council has not said it */
                            telephone: string;
                            /** @description empty: the council has not said it */
                            email: string;
                            /** @description empty: the council has not said it */
                            hours: string;
                        };
                        privacy: {
                            /** @description empty: the council has not said it */
                            notice: string;
                            /** @description empty: the council has not said it */
                            email: string;
                        };
                        complaints: {
                            /** @description empty: the council has not said it */
                            process: string;
                            /** @description empty: the council has not said it */
                            telephone: string;
                            /** @description empty: the council has not said it */
                            email: string;
                            /** @description working days; 0: the council has not said it */
                            answerDays: number;
                        };
                        accessibility: {
                            status: "" | "full" | "partial" | "none";
                            /** @description empty: the council has not said it */
                            problems: string;
                            /** @description empty: the council has not said it */
                            burden: string;
                            /** @description empty: the council has not said it */
                            exempt: string;
                            /** @description empty: the council has not said it */
                            testedOn: string;
                            /** @description empty: the council has not said it */
                            testedBy: string;
                            answerDays: number;
                        };
                        /** @description for each page the days on which it changed, the latest first */
                        versions: {
                            page: "contact" | "privacy" | "complaints" | "accessibility";
                            dates: string[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listCouncilSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM-DD */
                        today: string;
                        items: {
                            key: "autoConfirmDays" | "toleranceBasisPoints" | "toleranceCapPence" | "toleranceFloorMinutes" | "visitorNoteDays" | "cancellationNoticeHours" | "settleAlonePence" | "paymentTermsDays" | "payInWeeksInAdvance" | "surplusLimitWeeks" | "surplusKeepWeeks" | "payeeCoolingOffWorkingDays" | "invitedOfficersApart" | "lookFirstAlone" | "lookFirstSmallOrganisation" | "lookFirstAgency" | "lookFirstCharity" | "lookFirstCommunityGroup" | "lookFirstCouncilService" | "emergencyTelephone" | "safeguardingTelephone" | "safeguardingEmail" | "safeguardingHours" | "contactTelephone" | "contactEmail" | "contactAddress" | "contactHours" | "privacyNotice" | "dataProtectionEmail" | "complaintsProcess" | "complaintsTelephone" | "complaintsEmail" | "complaintsAnswerDays" | "accessibilityStatus" | "accessibilityProblems" | "accessibilityBurden" | "accessibilityExempt" | "accessibilityTestedOn" | "accessibilityTestedBy" | "accessibilityAnswerDays" | "keepAuditMonths" | "keepHistoryMonths" | "keepSearchMonths" | "keepMessageMonths" | "keepLetterMonths" | "keepImportUndoMonths" | "keepRequestKeyMonths";
                            /** @description money is whole pence */
                            value: number | boolean | string;
                            /** @description money is whole pence */
                            default: number | boolean | string;
                            chosen: {
                                id: string;
                                /** @description money is whole pence */
                                value: number | boolean | string;
                                /** @description YYYY-MM-DD */
                                fromDate: string;
                                /** @description an instant in UTC, ISO 8601 */
                                setAt: string;
                                setByName: string | null;
                                reason: string;
                            } | null;
                            later: {
                                id: string;
                                /** @description money is whole pence */
                                value: number | boolean | string;
                                /** @description YYYY-MM-DD */
                                fromDate: string;
                                /** @description an instant in UTC, ISO 8601 */
                                setAt: string;
                                setByName: string | null;
                                reason: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    chooseCouncilSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: "autoConfirmDays" | "toleranceBasisPoints" | "toleranceCapPence" | "toleranceFloorMinutes" | "visitorNoteDays" | "cancellationNoticeHours" | "settleAlonePence" | "paymentTermsDays" | "payInWeeksInAdvance" | "surplusLimitWeeks" | "surplusKeepWeeks" | "payeeCoolingOffWorkingDays" | "invitedOfficersApart" | "lookFirstAlone" | "lookFirstSmallOrganisation" | "lookFirstAgency" | "lookFirstCharity" | "lookFirstCommunityGroup" | "lookFirstCouncilService" | "emergencyTelephone" | "safeguardingTelephone" | "safeguardingEmail" | "safeguardingHours" | "contactTelephone" | "contactEmail" | "contactAddress" | "contactHours" | "privacyNotice" | "dataProtectionEmail" | "complaintsProcess" | "complaintsTelephone" | "complaintsEmail" | "complaintsAnswerDays" | "accessibilityStatus" | "accessibilityProblems" | "accessibilityBurden" | "accessibilityExempt" | "accessibilityTestedOn" | "accessibilityTestedBy" | "accessibilityAnswerDays" | "keepAuditMonths" | "keepHistoryMonths" | "keepSearchMonths" | "keepMessageMonths" | "keepLetterMonths" | "keepImportUndoMonths" | "keepRequestKeyMonths";
                    value: number | boolean | string;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    fromDate: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        key: "autoConfirmDays" | "toleranceBasisPoints" | "toleranceCapPence" | "toleranceFloorMinutes" | "visitorNoteDays" | "cancellationNoticeHours" | "settleAlonePence" | "paymentTermsDays" | "payInWeeksInAdvance" | "surplusLimitWeeks" | "surplusKeepWeeks" | "payeeCoolingOffWorkingDays" | "invitedOfficersApart" | "lookFirstAlone" | "lookFirstSmallOrganisation" | "lookFirstAgency" | "lookFirstCharity" | "lookFirstCommunityGroup" | "lookFirstCouncilService" | "emergencyTelephone" | "safeguardingTelephone" | "safeguardingEmail" | "safeguardingHours" | "contactTelephone" | "contactEmail" | "contactAddress" | "contactHours" | "privacyNotice" | "dataProtectionEmail" | "complaintsProcess" | "complaintsTelephone" | "complaintsEmail" | "complaintsAnswerDays" | "accessibilityStatus" | "accessibilityProblems" | "accessibilityBurden" | "accessibilityExempt" | "accessibilityTestedOn" | "accessibilityTestedBy" | "accessibilityAnswerDays" | "keepAuditMonths" | "keepHistoryMonths" | "keepSearchMonths" | "keepMessageMonths" | "keepLetterMonths" | "keepImportUndoMonths" | "keepRequestKeyMonths";
                        /** @description YYYY-MM-DD */
                        fromDate: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewSettingHistory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: "autoConfirmDays" | "toleranceBasisPoints" | "toleranceCapPence" | "toleranceFloorMinutes" | "visitorNoteDays" | "cancellationNoticeHours" | "settleAlonePence" | "paymentTermsDays" | "payInWeeksInAdvance" | "surplusLimitWeeks" | "surplusKeepWeeks" | "payeeCoolingOffWorkingDays" | "invitedOfficersApart" | "lookFirstAlone" | "lookFirstSmallOrganisation" | "lookFirstAgency" | "lookFirstCharity" | "lookFirstCommunityGroup" | "lookFirstCouncilService" | "emergencyTelephone" | "safeguardingTelephone" | "safeguardingEmail" | "safeguardingHours" | "contactTelephone" | "contactEmail" | "contactAddress" | "contactHours" | "privacyNotice" | "dataProtectionEmail" | "complaintsProcess" | "complaintsTelephone" | "complaintsEmail" | "complaintsAnswerDays" | "accessibilityStatus" | "accessibilityProblems" | "accessibilityBurden" | "accessibilityExempt" | "accessibilityTestedOn" | "accessibilityTestedBy" | "accessibilityAnswerDays" | "keepAuditMonths" | "keepHistoryMonths" | "keepSearchMonths" | "keepMessageMonths" | "keepLetterMonths" | "keepImportUndoMonths" | "keepRequestKeyMonths";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description money is whole pence */
                            value: number | boolean | string;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            /** @description an instant in UTC, ISO 8601 */
                            setAt: string;
                            setByName: string | null;
                            reason: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewCalendar: {
        parameters: {
            query?: {
                /** @description a postcode or its first half */
                near?: string;
                /** @description how far from there at most */
                miles?: number;
                /** @description only what this organisation puts on, by its address */
                organisation?: string;
                /** @description only of this kind of support and of those below it */
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description iCalendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                from?: string;
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                to?: string;
                /** @description a postcode or its first half */
                near?: string;
                /** @description how far from there at most */
                miles?: number;
                /** @description only what this organisation puts on, by its address */
                organisation?: string;
                /** @description only of this kind of support and of those below it */
                category?: string;
                /** @description also what is called off or moved to another day */
                withOff?: boolean;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            title: string;
                            date: string;
                            /** @description an instant in UTC, ISO 8601 */
                            startsAt: string;
                            /** @description an instant in UTC, ISO 8601 */
                            endsAt: string;
                            listingSlug: string;
                            organisationName: string;
                            placeName: string | null;
                            postcode: string | null;
                            categorySlug: string;
                            distanceMetres: number | null;
                            free: boolean;
                            frequency: string;
                            isOff: boolean;
                            movedTo: string | null;
                            movedFrom: string | null;
                            reason: string;
                        }[];
                        from: string;
                        to: string;
                        more: boolean;
                        near: {
                            asked: string;
                            known: boolean;
                        } | null;
                        calendarUrl: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    searchListings: {
        parameters: {
            query?: {
                /** @description what would help; may hold a place: "lunch club near M31" */
                words?: string;
                /** @description a postcode or its first half */
                near?: string;
                category?: string;
                /** @description metres */
                radius?: number;
                kind?: "service" | "community";
                free?: boolean;
                hasSpace?: boolean;
                evenings?: boolean;
                weekends?: boolean;
                acceptsIsf?: boolean;
                language?: string;
                workerGender?: "female" | "male";
                sort?: "best" | "nearest" | "price";
                /** @description filters that the words speak of and that were taken off, with commas between */
                without?: string;
                cursor?: string;
                lineId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                            kind: "service" | "community";
                            category: {
                                slug: string;
                                name: string;
                            };
                            organisation: {
                                slug: string;
                                name: string;
                                size: string;
                                acceptsIsf: boolean;
                            };
                            venue: string;
                            postcode: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            distanceMetres: number | null;
                            servesMetres: number | null;
                            free: boolean;
                            hasSpace: boolean | null;
                            evenings: boolean;
                            weekends: boolean;
                            accessible: boolean;
                            stale: boolean;
                            languages: string[];
                            offers: number;
                            fromPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                            } | null;
                            myPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                why: "agreed" | "no-agreed-rate" | "own-money";
                            } | null;
                            marks: {
                                kind: "regulated" | "charity" | "insured" | "dbs" | "confirmed" | "says-insured" | "says-dbs" | "insurance-ended";
                                detail: string | null;
                                date: string | null;
                            }[];
                        }[];
                        total: number;
                        nextCursor: string | null;
                        facets: {
                            categories: {
                                slug: string;
                                parent: string | null;
                                count: number;
                            }[];
                            headings: {
                                slug: string;
                                count: number;
                            }[];
                            kinds: {
                                service: number;
                                community: number;
                            };
                            free: number;
                            hasSpace: number;
                            evenings: number;
                            weekends: number;
                            acceptsIsf: number;
                            workerGenders: {
                                female: number;
                                male: number;
                            };
                            languages: {
                                language: string;
                                count: number;
                            }[];
                        };
                        near: {
                            asked: string;
                            known: boolean;
                            latitude: number | null;
                            longitude: number | null;
                        } | null;
                        loosened: boolean;
                        filters: {
                            category: string | null;
                            language: string | null;
                        };
                        inWords: {
                            filter: "language" | "workerGender" | "free" | "evenings" | "weekends";
                            values: string[];
                            state: "applied" | "ranked" | "off";
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewListing: {
        parameters: {
            query?: {
                lineId?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        title: string;
                        summary: string;
                        description: string;
                        kind: "service" | "community";
                        category: {
                            slug: string;
                            name: string;
                            heading: {
                                slug: string;
                                name: string;
                            } | null;
                        };
                        furtherCategories: {
                            slug: string;
                            name: string;
                        }[];
                        organisation: {
                            slug: string;
                            name: string;
                            kind: string;
                            size: string;
                            inHouse: boolean;
                            acceptsIsf: boolean;
                            description: string;
                            email: string | null;
                            telephone: string | null;
                            website: string | null;
                        };
                        whenText: string;
                        whoFor: string;
                        languages: string[];
                        faiths: string[];
                        workerGenders: string[];
                        evenings: boolean;
                        weekends: boolean;
                        hasSpace: boolean | null;
                        accessible: boolean;
                        minimumAge: number | null;
                        maximumAge: number | null;
                        free: boolean;
                        stale: boolean;
                        venue: string;
                        addressLine: string;
                        addressShown: boolean;
                        postcode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        places: {
                            id: string;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            accessNotes: string;
                            addressShown: boolean;
                        }[];
                        contacts: {
                            id: string;
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                        }[];
                        servesMetres: number | null;
                        website: string | null;
                        marks: {
                            kind: "regulated" | "charity" | "insured" | "dbs" | "confirmed" | "says-insured" | "says-dbs" | "insurance-ended";
                            detail: string | null;
                            date: string | null;
                        }[];
                        offers: {
                            id: string;
                            name: string;
                            unit: string;
                            days: string;
                            minimumMinutes: number;
                            noticeHours: number | null;
                            validTo: string | null;
                            price: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                            };
                            nextPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                /** @description the first day, YYYY-MM-DD */
                                from: string;
                            } | null;
                            /** @description E exempt, O outside VAT, S with VAT in the price, Z zero rate */
                            vat: "E" | "O" | "S" | "Z";
                            myPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                why: "agreed" | "no-agreed-rate" | "own-money";
                            } | null;
                            myNextPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                /** @description the first day, YYYY-MM-DD */
                                from: string;
                            } | null;
                        }[];
                        costs: {
                            option: string;
                            pence: number | null;
                            words: string;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        events: {
                            id: string;
                            name: string;
                            frequency: "once" | "weekly" | "monthly";
                            weekday: number;
                            weekOfMonth: number | null;
                            interval: number;
                            firstDate: string;
                            lastDate: string | null;
                            startTime: string;
                            endTime: string;
                            place: string | null;
                            nextDates: string[];
                            breaks: {
                                from: string;
                                to: string;
                                reason: string;
                            }[];
                            changedDates: {
                                date: string;
                                movedTo: {
                                    date: string;
                                    startTime: string;
                                    endTime: string;
                                } | null;
                                reason: string;
                            }[];
                        }[];
                        fromFile: {
                            councilName: string | null;
                            /** @description YYYY-MM-DD */
                            on: string;
                        } | null;
                        lastChecked: string | null;
                        freeNearby: {
                            slug: string;
                            title: string;
                            summary: string;
                            organisationName: string;
                            distanceMetres: number | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPayingLines: {
        parameters: {
            query?: {
                /** @description the lines of this person alone */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            lineId: string;
                            lineName: string;
                            stream: string;
                            personId: string;
                            personName: string;
                            /** @description Whether it is the line of this person that pays most */
                            main: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        kind: string;
                        description: string;
                        size: string;
                        inHouse: boolean;
                        acceptsIsf: boolean;
                        addressShown: boolean;
                        addressLine: string | null;
                        city: string | null;
                        postcode: string | null;
                        email: string | null;
                        telephone: string | null;
                        website: string | null;
                        marks: {
                            kind: "regulated" | "charity" | "insured" | "dbs" | "confirmed" | "says-insured" | "says-dbs" | "insurance-ended";
                            detail: string | null;
                            date: string | null;
                        }[];
                        fromFile: {
                            councilName: string | null;
                            /** @description YYYY-MM-DD */
                            on: string;
                        } | null;
                        lastChecked: string | null;
                        locations: {
                            id: string;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            accessNotes: string;
                            addressShown: boolean;
                        }[];
                        contacts: {
                            id: string;
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                        }[];
                        listings: {
                            slug: string;
                            title: string;
                            summary: string;
                            kind: "service" | "community";
                            categoryName: string;
                            free: boolean;
                            hasSpace: boolean | null;
                            stale: boolean;
                            fromPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOwnOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        version: string;
                        name: string;
                        description: string;
                        addressLine: string | null;
                        city: string | null;
                        postcode: string | null;
                        showAddress: boolean | null;
                        email: string | null;
                        telephone: string | null;
                        website: string | null;
                        acceptsIsf: boolean;
                        addressShown: boolean;
                        contacts: {
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                            id: string;
                            from: ("import" | "provider") | null;
                        }[];
                        listings: {
                            id: string;
                            slug: string;
                            title: string;
                            state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                            fileValues: number;
                        }[];
                        origins: {
                            field: string;
                            by: "import" | "provider";
                            councilName: string | null;
                            list: string | null;
                            fileName: string | null;
                            reference: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        fileValues: {
                            field: string;
                            value: string;
                            councilName: string | null;
                            list: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        /** @description an instant in UTC, ISO 8601 */
                        createdAt: string;
                        /** @description an instant in UTC, ISO 8601 */
                        changedAt: string;
                        confirmedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    editOwnOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    facts?: {
                        name: string;
                        description: string;
                        addressLine: string | null;
                        city: string | null;
                        postcode: string | null;
                        showAddress: boolean | null;
                        email: string | null;
                        telephone: string | null;
                        website: string | null;
                        acceptsIsf: boolean;
                    };
                    contacts?: {
                        name: string;
                        role: string;
                        telephone: string | null;
                        email: string | null;
                        languages: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        version: string;
                        name: string;
                        description: string;
                        addressLine: string | null;
                        city: string | null;
                        postcode: string | null;
                        showAddress: boolean | null;
                        email: string | null;
                        telephone: string | null;
                        website: string | null;
                        acceptsIsf: boolean;
                        addressShown: boolean;
                        contacts: {
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                            id: string;
                            from: ("import" | "provider") | null;
                        }[];
                        listings: {
                            id: string;
                            slug: string;
                            title: string;
                            state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                            fileValues: number;
                        }[];
                        origins: {
                            field: string;
                            by: "import" | "provider";
                            councilName: string | null;
                            list: string | null;
                            fileName: string | null;
                            reference: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        fileValues: {
                            field: string;
                            value: string;
                            councilName: string | null;
                            list: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        /** @description an instant in UTC, ISO 8601 */
                        createdAt: string;
                        /** @description an instant in UTC, ISO 8601 */
                        changedAt: string;
                        confirmedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOwnListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        version: string;
                        state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                        withheldBecause: string | null;
                        changesAsked: string | null;
                        looksFirst: boolean;
                        missing: ("summary" | "place" | "when" | "price" | "contact")[];
                        organisationId: string;
                        organisationSlug: string;
                        title: string;
                        summary: string;
                        description: string;
                        whenText: string;
                        whoFor: string;
                        languages: string[];
                        faiths: string[];
                        workerGenders: ("female" | "male")[];
                        minimumAge: number | null;
                        maximumAge: number | null;
                        evenings: boolean;
                        weekends: boolean;
                        hasSpace: boolean | null;
                        accessible: boolean;
                        website: string | null;
                        free: boolean;
                        servesMetres: number | null;
                        categories: {
                            main: string;
                            further: string[];
                        };
                        places: {
                            id: string;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            accessNotes: string;
                            showAddress: boolean | null;
                            from: ("import" | "provider") | null;
                            main: boolean;
                            addressShown: boolean;
                        }[];
                        contacts: {
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                            id: string;
                            from: ("import" | "provider") | null;
                        }[];
                        events: {
                            name: string;
                            frequency: "once" | "weekly" | "monthly";
                            /** @description YYYY-MM-DD, from 1900 to 2199 */
                            firstDate: string;
                            lastDate: string | null;
                            /** @description HH:MM in Europe/London */
                            startTime: string;
                            /** @description HH:MM in Europe/London */
                            endTime: string;
                            interval: number;
                            lastOfMonth: boolean;
                            locationId: string | null;
                            id: string;
                            from: ("import" | "provider") | null;
                            breaks: {
                                from: string;
                                to: string;
                                everyYear: boolean;
                                reason: string;
                            }[];
                        }[];
                        origins: {
                            field: string;
                            by: "import" | "provider";
                            councilName: string | null;
                            list: string | null;
                            fileName: string | null;
                            reference: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        fileValues: {
                            field: string;
                            value: string;
                            councilName: string | null;
                            list: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        /** @description an instant in UTC, ISO 8601 */
                        createdAt: string;
                        /** @description an instant in UTC, ISO 8601 */
                        changedAt: string;
                        confirmedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    editOwnListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    facts?: {
                        title: string;
                        summary: string;
                        description: string;
                        whenText: string;
                        whoFor: string;
                        languages: string[];
                        faiths: string[];
                        workerGenders: ("female" | "male")[];
                        minimumAge: number | null;
                        maximumAge: number | null;
                        evenings: boolean;
                        weekends: boolean;
                        hasSpace: boolean | null;
                        accessible: boolean;
                        website: string | null;
                        free?: boolean;
                        servesMetres?: number | null;
                    };
                    categories?: {
                        main: "help-at-home" | "personal-care" | "personal-assistants" | "housework" | "night-support" | "short-breaks" | "care-homes" | "out-and-about" | "transport" | "company" | "days-out" | "faith" | "meals" | "lunch-clubs" | "meals-delivered" | "food-banks" | "cooking" | "day-activities" | "day-centres" | "memory-cafes" | "arts-and-music" | "clubs-and-groups" | "children-and-young-people" | "gardens-and-nature" | "sport-and-leisure" | "racket-sports" | "team-sports" | "swimming" | "gym-and-fitness" | "outdoor-sports" | "martial-arts" | "learning-and-work" | "courses" | "libraries" | "computers" | "jobs-and-volunteering" | "schools" | "equipment-and-home" | "equipment" | "technology" | "repairs" | "garden-help" | "housing" | "health-and-wellbeing" | "counselling" | "mental-health" | "carers" | "advice-and-advocacy" | "long-term-conditions" | "therapies" | "addiction";
                        further: ("help-at-home" | "personal-care" | "personal-assistants" | "housework" | "night-support" | "short-breaks" | "care-homes" | "out-and-about" | "transport" | "company" | "days-out" | "faith" | "meals" | "lunch-clubs" | "meals-delivered" | "food-banks" | "cooking" | "day-activities" | "day-centres" | "memory-cafes" | "arts-and-music" | "clubs-and-groups" | "children-and-young-people" | "gardens-and-nature" | "sport-and-leisure" | "racket-sports" | "team-sports" | "swimming" | "gym-and-fitness" | "outdoor-sports" | "martial-arts" | "learning-and-work" | "courses" | "libraries" | "computers" | "jobs-and-volunteering" | "schools" | "equipment-and-home" | "equipment" | "technology" | "repairs" | "garden-help" | "housing" | "health-and-wellbeing" | "counselling" | "mental-health" | "carers" | "advice-and-advocacy" | "long-term-conditions" | "therapies" | "addiction")[];
                    };
                    places?: {
                        main: {
                            id: string | null;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            accessNotes: string;
                            showAddress: boolean | null;
                        };
                        further: {
                            id: string | null;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            accessNotes: string;
                            showAddress: boolean | null;
                        }[];
                    };
                    contacts?: {
                        name: string;
                        role: string;
                        telephone: string | null;
                        email: string | null;
                        languages: string[];
                    }[];
                    events?: {
                        name: string;
                        frequency: "once" | "weekly" | "monthly";
                        /** @description YYYY-MM-DD, from 1900 to 2199 */
                        firstDate: string;
                        lastDate: string | null;
                        /** @description HH:MM in Europe/London */
                        startTime: string;
                        /** @description HH:MM in Europe/London */
                        endTime: string;
                        interval: number;
                        lastOfMonth: boolean;
                        locationId: string | null;
                        breaks: {
                            /** @description YYYY-MM-DD, from 1900 to 2199 */
                            from: string;
                            /** @description YYYY-MM-DD, from 1900 to 2199 */
                            to: string;
                            everyYear: boolean;
                            reason: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        version: string;
                        state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                        withheldBecause: string | null;
                        changesAsked: string | null;
                        looksFirst: boolean;
                        missing: ("summary" | "place" | "when" | "price" | "contact")[];
                        organisationId: string;
                        organisationSlug: string;
                        title: string;
                        summary: string;
                        description: string;
                        whenText: string;
                        whoFor: string;
                        languages: string[];
                        faiths: string[];
                        workerGenders: ("female" | "male")[];
                        minimumAge: number | null;
                        maximumAge: number | null;
                        evenings: boolean;
                        weekends: boolean;
                        hasSpace: boolean | null;
                        accessible: boolean;
                        website: string | null;
                        free: boolean;
                        servesMetres: number | null;
                        categories: {
                            main: string;
                            further: string[];
                        };
                        places: {
                            id: string;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            accessNotes: string;
                            showAddress: boolean | null;
                            from: ("import" | "provider") | null;
                            main: boolean;
                            addressShown: boolean;
                        }[];
                        contacts: {
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                            id: string;
                            from: ("import" | "provider") | null;
                        }[];
                        events: {
                            name: string;
                            frequency: "once" | "weekly" | "monthly";
                            /** @description YYYY-MM-DD, from 1900 to 2199 */
                            firstDate: string;
                            lastDate: string | null;
                            /** @description HH:MM in Europe/London */
                            startTime: string;
                            /** @description HH:MM in Europe/London */
                            endTime: string;
                            interval: number;
                            lastOfMonth: boolean;
                            locationId: string | null;
                            id: string;
                            from: ("import" | "provider") | null;
                            breaks: {
                                from: string;
                                to: string;
                                everyYear: boolean;
                                reason: string;
                            }[];
                        }[];
                        origins: {
                            field: string;
                            by: "import" | "provider";
                            councilName: string | null;
                            list: string | null;
                            fileName: string | null;
                            reference: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        fileValues: {
                            field: string;
                            value: string;
                            councilName: string | null;
                            list: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            saidAt: string;
                        }[];
                        /** @description an instant in UTC, ISO 8601 */
                        createdAt: string;
                        /** @description an instant in UTC, ISO 8601 */
                        changedAt: string;
                        confirmedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    confirmOwnOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM-DD */
                        confirmedOn: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    settleOrganisationFileValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    field: string;
                    take: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    confirmOwnListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM-DD */
                        confirmedOn: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    settleListingFileValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    field: string;
                    take: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewListingHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            event: string;
                            fromState: string | null;
                            toState: string;
                            /** @description an instant in UTC, ISO 8601 */
                            changedAt: string;
                            role: string;
                            councilName: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listKeptMarks: {
        parameters: {
            query: {
                personId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personName: string;
                        /** @description Whether the viewer may keep listings for this person, or only see them */
                        mayKeep: boolean;
                        items: {
                            id: string;
                            listingId: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    keepListing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    listingId: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listKeptListings: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                lineId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personName: string;
                        mayKeep: boolean;
                        /** @description Who else sees this list today: those who act for the person */
                        readers: string[];
                        items: {
                            id: string;
                            listingId: string;
                            title: string;
                            note: string;
                            /** @description an instant in UTC, ISO 8601 */
                            keptAt: string;
                            keptBy: string;
                            listing: {
                                slug: string;
                                summary: string;
                                organisationName: string;
                                categoryName: string;
                                free: boolean;
                                hasSpace: boolean | null;
                                stale: boolean;
                                offers: number;
                                fromPrice: {
                                    /** @description whole pence */
                                    pence: number;
                                    unit: string;
                                } | null;
                                myPrice: {
                                    /** @description whole pence */
                                    pence: number;
                                    unit: string;
                                    why: "agreed" | "no-agreed-rate" | "own-money";
                                } | null;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    noteKeptListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    removeKeptListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    putBackKeptListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    startListing: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    summary?: string;
                    category: "help-at-home" | "personal-care" | "personal-assistants" | "housework" | "night-support" | "short-breaks" | "care-homes" | "out-and-about" | "transport" | "company" | "days-out" | "faith" | "meals" | "lunch-clubs" | "meals-delivered" | "food-banks" | "cooking" | "day-activities" | "day-centres" | "memory-cafes" | "arts-and-music" | "clubs-and-groups" | "children-and-young-people" | "gardens-and-nature" | "sport-and-leisure" | "racket-sports" | "team-sports" | "swimming" | "gym-and-fitness" | "outdoor-sports" | "martial-arts" | "learning-and-work" | "courses" | "libraries" | "computers" | "jobs-and-volunteering" | "schools" | "equipment-and-home" | "equipment" | "technology" | "repairs" | "garden-help" | "housing" | "health-and-wellbeing" | "counselling" | "mental-health" | "carers" | "advice-and-advocacy" | "long-term-conditions" | "therapies" | "addiction";
                    free: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    publishListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        state: "published" | "submitted";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    takeListingDown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: "draft";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        title: string;
                        summary: string;
                        description: string;
                        kind: "service" | "community";
                        category: {
                            slug: string;
                            name: string;
                            heading: {
                                slug: string;
                                name: string;
                            } | null;
                        };
                        furtherCategories: {
                            slug: string;
                            name: string;
                        }[];
                        organisation: {
                            slug: string;
                            name: string;
                            kind: string;
                            size: string;
                            inHouse: boolean;
                            acceptsIsf: boolean;
                            description: string;
                            email: string | null;
                            telephone: string | null;
                            website: string | null;
                        };
                        whenText: string;
                        whoFor: string;
                        languages: string[];
                        faiths: string[];
                        workerGenders: string[];
                        evenings: boolean;
                        weekends: boolean;
                        hasSpace: boolean | null;
                        accessible: boolean;
                        minimumAge: number | null;
                        maximumAge: number | null;
                        free: boolean;
                        stale: boolean;
                        venue: string;
                        addressLine: string;
                        addressShown: boolean;
                        postcode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        places: {
                            id: string;
                            name: string;
                            addressLine: string;
                            postcode: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            accessNotes: string;
                            addressShown: boolean;
                        }[];
                        contacts: {
                            id: string;
                            name: string;
                            role: string;
                            telephone: string | null;
                            email: string | null;
                            languages: string[];
                        }[];
                        servesMetres: number | null;
                        website: string | null;
                        marks: {
                            kind: "regulated" | "charity" | "insured" | "dbs" | "confirmed" | "says-insured" | "says-dbs" | "insurance-ended";
                            detail: string | null;
                            date: string | null;
                        }[];
                        offers: {
                            id: string;
                            name: string;
                            unit: string;
                            days: string;
                            minimumMinutes: number;
                            noticeHours: number | null;
                            validTo: string | null;
                            price: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                            };
                            nextPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                /** @description the first day, YYYY-MM-DD */
                                from: string;
                            } | null;
                            /** @description E exempt, O outside VAT, S with VAT in the price, Z zero rate */
                            vat: "E" | "O" | "S" | "Z";
                            myPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                why: "agreed" | "no-agreed-rate" | "own-money";
                            } | null;
                            myNextPrice: {
                                /** @description whole pence */
                                pence: number;
                                unit: string;
                                /** @description the first day, YYYY-MM-DD */
                                from: string;
                            } | null;
                        }[];
                        costs: {
                            option: string;
                            pence: number | null;
                            words: string;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        events: {
                            id: string;
                            name: string;
                            frequency: "once" | "weekly" | "monthly";
                            weekday: number;
                            weekOfMonth: number | null;
                            interval: number;
                            firstDate: string;
                            lastDate: string | null;
                            startTime: string;
                            endTime: string;
                            place: string | null;
                            nextDates: string[];
                            breaks: {
                                from: string;
                                to: string;
                                reason: string;
                            }[];
                            changedDates: {
                                date: string;
                                movedTo: {
                                    date: string;
                                    startTime: string;
                                    endTime: string;
                                } | null;
                                reason: string;
                            }[];
                        }[];
                        fromFile: {
                            councilName: string | null;
                            /** @description YYYY-MM-DD */
                            on: string;
                        } | null;
                        lastChecked: string | null;
                        freeNearby: {
                            slug: string;
                            title: string;
                            summary: string;
                            organisationName: string;
                            distanceMetres: number | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOwnOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            unit: string;
                            days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                            minimumMinutes: number;
                            noticeHours: number | null;
                            welfare: boolean;
                            zeroRated: boolean;
                            withdrawn: boolean;
                            prices: {
                                id: string;
                                /** @description whole pence, without VAT */
                                pricePence: number;
                                /** @description YYYY-MM-DD */
                                from: string;
                                until: string | null;
                                setBy: "import" | "provider";
                                replacedOn: string | null;
                            }[];
                        }[];
                        vat: {
                            welfare: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            zero: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            standard: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    addOffer: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    unit: "half-hour" | "hour" | "session" | "day" | "night" | "week" | "mile" | "item" | "one-off";
                    days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                    minimumMinutes: number;
                    noticeHours: number | null;
                    welfare: boolean;
                    zeroRated: boolean;
                    /** @description whole pence */
                    pricePence: number;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            unit: string;
                            days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                            minimumMinutes: number;
                            noticeHours: number | null;
                            welfare: boolean;
                            zeroRated: boolean;
                            withdrawn: boolean;
                            prices: {
                                id: string;
                                /** @description whole pence, without VAT */
                                pricePence: number;
                                /** @description YYYY-MM-DD */
                                from: string;
                                until: string | null;
                                setBy: "import" | "provider";
                                replacedOn: string | null;
                            }[];
                        }[];
                        vat: {
                            welfare: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            zero: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            standard: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    removePrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    priceId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            unit: string;
                            days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                            minimumMinutes: number;
                            noticeHours: number | null;
                            welfare: boolean;
                            zeroRated: boolean;
                            withdrawn: boolean;
                            prices: {
                                id: string;
                                /** @description whole pence, without VAT */
                                pricePence: number;
                                /** @description YYYY-MM-DD */
                                from: string;
                                until: string | null;
                                setBy: "import" | "provider";
                                replacedOn: string | null;
                            }[];
                        }[];
                        vat: {
                            welfare: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            zero: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            standard: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    setOfferPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offerId: string;
                    /** @description whole pence */
                    pricePence: number;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            unit: string;
                            days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                            minimumMinutes: number;
                            noticeHours: number | null;
                            welfare: boolean;
                            zeroRated: boolean;
                            withdrawn: boolean;
                            prices: {
                                id: string;
                                /** @description whole pence, without VAT */
                                pricePence: number;
                                /** @description YYYY-MM-DD */
                                from: string;
                                until: string | null;
                                setBy: "import" | "provider";
                                replacedOn: string | null;
                            }[];
                        }[];
                        vat: {
                            welfare: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            zero: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            standard: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    withdrawOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offerId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            unit: string;
                            days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                            minimumMinutes: number;
                            noticeHours: number | null;
                            welfare: boolean;
                            zeroRated: boolean;
                            withdrawn: boolean;
                            prices: {
                                id: string;
                                /** @description whole pence, without VAT */
                                pricePence: number;
                                /** @description YYYY-MM-DD */
                                from: string;
                                until: string | null;
                                setBy: "import" | "provider";
                                replacedOn: string | null;
                            }[];
                        }[];
                        vat: {
                            welfare: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            zero: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            standard: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    putBackOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offerId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            unit: string;
                            days: "any" | "weekday" | "weekend" | "saturday" | "sunday" | "bank-holiday" | "waking-night" | "sleeping-night";
                            minimumMinutes: number;
                            noticeHours: number | null;
                            welfare: boolean;
                            zeroRated: boolean;
                            withdrawn: boolean;
                            prices: {
                                id: string;
                                /** @description whole pence, without VAT */
                                pricePence: number;
                                /** @description YYYY-MM-DD */
                                from: string;
                                until: string | null;
                                setBy: "import" | "provider";
                                replacedOn: string | null;
                            }[];
                        }[];
                        vat: {
                            welfare: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            zero: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                            standard: {
                                category: "E" | "O" | "S" | "Z";
                                /** @description hundredths of a percent */
                                rateBasisPoints: number;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listWithheldListings: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            slug: string;
                            title: string;
                            organisationName: string;
                            state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                            because: string | null;
                            since: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewListingStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        title: string;
                        organisationName: string;
                        state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                        because: string | null;
                        since: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    withholdListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        title: string;
                        organisationName: string;
                        state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                        because: string | null;
                        since: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    showAgainListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        title: string;
                        organisationName: string;
                        state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                        because: string | null;
                        since: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listOwnDates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        items: {
                            eventId: string;
                            name: string;
                            date: string;
                            startTime: string;
                            endTime: string;
                            change: {
                                date: string;
                                movedTo: {
                                    date: string;
                                    startTime: string;
                                    endTime: string;
                                } | null;
                                reason: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changeEventDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    eventId: string;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    date: string;
                    is: "on" | "called-off" | "moved";
                    movedTo: {
                        /** @description YYYY-MM-DD, from 1900 to 2199 */
                        date: string;
                        /** @description HH:MM in Europe/London */
                        startTime: string;
                        /** @description HH:MM in Europe/London */
                        endTime: string;
                    } | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        items: {
                            eventId: string;
                            name: string;
                            date: string;
                            startTime: string;
                            endTime: string;
                            change: {
                                date: string;
                                movedTo: {
                                    date: string;
                                    startTime: string;
                                    endTime: string;
                                } | null;
                                reason: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listListingReviews: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            listingId: string;
                            title: string;
                            organisationName: string;
                            organisationKind: string;
                            times: number;
                            /** @description an instant in UTC, ISO 8601 */
                            sentAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewListingReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        listingId: string;
                        title: string;
                        organisationName: string;
                        organisationKind: string;
                        times: number;
                        state: "draft" | "submitted" | "changes-asked" | "published" | "stale" | "hidden" | "withheld" | "withdrawn";
                        waitsSince: string | null;
                        version: string;
                        fields: {
                            field: "name" | "title" | "category" | "summary" | "description" | "when" | "place" | "area" | "price" | "for" | "telephone" | "email" | "website" | "people" | "photos";
                            before: string | null;
                            now: string | null;
                        }[];
                        asked: {
                            reason: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            answeredAt: string;
                        } | null;
                        checks: {
                            name: string;
                            version: string;
                            checks: {
                                check: "name" | "contact" | "insurance" | "dbs" | "regulator" | "charity" | "tax" | "bank" | "self-billing";
                                need: "always" | "to-be-paid" | "where-it-applies";
                                state: "done" | "soon" | "lapsed" | "lacking";
                            }[];
                            insuredUntil: string | null;
                            dbsCheckedOn: string | null;
                            cqcLocationId: string | null;
                            charityNumber: string | null;
                            taxReference: string | null;
                            selfBillingAgreedOn: string | null;
                        };
                        photos: {
                            id: string;
                            altText: string;
                            files: {
                                url: string;
                                width: number;
                                height: number;
                            }[];
                        }[];
                        page: {
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                            description: string;
                            kind: "service" | "community";
                            category: {
                                slug: string;
                                name: string;
                                heading: {
                                    slug: string;
                                    name: string;
                                } | null;
                            };
                            furtherCategories: {
                                slug: string;
                                name: string;
                            }[];
                            organisation: {
                                slug: string;
                                name: string;
                                kind: string;
                                size: string;
                                inHouse: boolean;
                                acceptsIsf: boolean;
                                description: string;
                                email: string | null;
                                telephone: string | null;
                                website: string | null;
                            };
                            whenText: string;
                            whoFor: string;
                            languages: string[];
                            faiths: string[];
                            workerGenders: string[];
                            evenings: boolean;
                            weekends: boolean;
                            hasSpace: boolean | null;
                            accessible: boolean;
                            minimumAge: number | null;
                            maximumAge: number | null;
                            free: boolean;
                            stale: boolean;
                            venue: string;
                            addressLine: string;
                            addressShown: boolean;
                            postcode: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            places: {
                                id: string;
                                name: string;
                                addressLine: string;
                                postcode: string | null;
                                latitude: number | null;
                                longitude: number | null;
                                accessNotes: string;
                                addressShown: boolean;
                            }[];
                            contacts: {
                                id: string;
                                name: string;
                                role: string;
                                telephone: string | null;
                                email: string | null;
                                languages: string[];
                            }[];
                            servesMetres: number | null;
                            website: string | null;
                            marks: {
                                kind: "regulated" | "charity" | "insured" | "dbs" | "confirmed" | "says-insured" | "says-dbs" | "insurance-ended";
                                detail: string | null;
                                date: string | null;
                            }[];
                            offers: {
                                id: string;
                                name: string;
                                unit: string;
                                days: string;
                                minimumMinutes: number;
                                noticeHours: number | null;
                                validTo: string | null;
                                price: {
                                    /** @description whole pence */
                                    pence: number;
                                    unit: string;
                                };
                                nextPrice: {
                                    /** @description whole pence */
                                    pence: number;
                                    unit: string;
                                    /** @description the first day, YYYY-MM-DD */
                                    from: string;
                                } | null;
                                /** @description E exempt, O outside VAT, S with VAT in the price, Z zero rate */
                                vat: "E" | "O" | "S" | "Z";
                                myPrice: {
                                    /** @description whole pence */
                                    pence: number;
                                    unit: string;
                                    why: "agreed" | "no-agreed-rate" | "own-money";
                                } | null;
                                myNextPrice: {
                                    /** @description whole pence */
                                    pence: number;
                                    unit: string;
                                    /** @description the first day, YYYY-MM-DD */
                                    from: string;
                                } | null;
                            }[];
                            costs: {
                                option: string;
                                pence: number | null;
                                words: string;
                                validFrom: string | null;
                                validTo: string | null;
                            }[];
                            events: {
                                id: string;
                                name: string;
                                frequency: "once" | "weekly" | "monthly";
                                weekday: number;
                                weekOfMonth: number | null;
                                interval: number;
                                firstDate: string;
                                lastDate: string | null;
                                startTime: string;
                                endTime: string;
                                place: string | null;
                                nextDates: string[];
                                breaks: {
                                    from: string;
                                    to: string;
                                    reason: string;
                                }[];
                                changedDates: {
                                    date: string;
                                    movedTo: {
                                        date: string;
                                        startTime: string;
                                        endTime: string;
                                    } | null;
                                    reason: string;
                                }[];
                            }[];
                            fromFile: {
                                councilName: string | null;
                                /** @description YYYY-MM-DD */
                                on: string;
                            } | null;
                            lastChecked: string | null;
                            freeNearby: {
                                slug: string;
                                title: string;
                                summary: string;
                                organisationName: string;
                                distanceMetres: number | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    approveListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: "published" | "changes-asked";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    askForListingChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: "published" | "changes-asked";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOwnChecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        version: string;
                        checks: {
                            check: "name" | "contact" | "insurance" | "dbs" | "regulator" | "charity" | "tax" | "bank" | "self-billing";
                            need: "always" | "to-be-paid" | "where-it-applies";
                            state: "done" | "soon" | "lapsed" | "lacking";
                        }[];
                        insuredUntil: string | null;
                        dbsCheckedOn: string | null;
                        cqcLocationId: string | null;
                        charityNumber: string | null;
                        taxReference: string | null;
                        selfBillingAgreedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    sayOwnChecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    insuredUntil: string | null;
                    dbsCheckedOn: string | null;
                    cqcLocationId: string | null;
                    charityNumber: string | null;
                    taxReference: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        version: string;
                        checks: {
                            check: "name" | "contact" | "insurance" | "dbs" | "regulator" | "charity" | "tax" | "bank" | "self-billing";
                            need: "always" | "to-be-paid" | "where-it-applies";
                            state: "done" | "soon" | "lapsed" | "lacking";
                        }[];
                        insuredUntil: string | null;
                        dbsCheckedOn: string | null;
                        cqcLocationId: string | null;
                        charityNumber: string | null;
                        taxReference: string | null;
                        selfBillingAgreedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    agreeSelfBilling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        version: string;
                        checks: {
                            check: "name" | "contact" | "insurance" | "dbs" | "regulator" | "charity" | "tax" | "bank" | "self-billing";
                            need: "always" | "to-be-paid" | "where-it-applies";
                            state: "done" | "soon" | "lapsed" | "lacking";
                        }[];
                        insuredUntil: string | null;
                        dbsCheckedOn: string | null;
                        cqcLocationId: string | null;
                        charityNumber: string | null;
                        taxReference: string | null;
                        selfBillingAgreedOn: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openReferral: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openReferralRoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openServices: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                postcode?: string;
                /** @description metres */
                proximity?: number;
                search?: string;
                taxonomy_term_id?: string;
                taxonomy_id?: string;
                organization_id?: string;
                minimum_age?: number;
                maximum_age?: number;
                /** @description MO, Mon or Monday */
                day?: string;
                /** @description HH:MM in London */
                start_time?: string;
                /** @description HH:MM in London */
                end_time?: string;
                /** @description a date, or a moment with its offset, of the years 1900 to 2199 */
                modified_after?: string;
                minimal?: boolean;
                full?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_items: number;
                        total_pages: number;
                        page_number: number;
                        size: number;
                        first_page: boolean;
                        last_page: boolean;
                        empty: boolean;
                        contents: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openServicesAtPlaces: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                postcode?: string;
                /** @description metres */
                proximity?: number;
                search?: string;
                taxonomy_term_id?: string;
                taxonomy_id?: string;
                organization_id?: string;
                minimum_age?: number;
                maximum_age?: number;
                /** @description MO, Mon or Monday */
                day?: string;
                /** @description HH:MM in London */
                start_time?: string;
                /** @description HH:MM in London */
                end_time?: string;
                /** @description a date, or a moment with its offset, of the years 1900 to 2199 */
                modified_after?: string;
                minimal?: boolean;
                full?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_items: number;
                        total_pages: number;
                        page_number: number;
                        size: number;
                        first_page: boolean;
                        last_page: boolean;
                        empty: boolean;
                        contents: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openServiceAtPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openOrganisations: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_items: number;
                        total_pages: number;
                        page_number: number;
                        size: number;
                        first_page: boolean;
                        last_page: boolean;
                        empty: boolean;
                        contents: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openTaxonomies: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_items: number;
                        total_pages: number;
                        page_number: number;
                        size: number;
                        first_page: boolean;
                        last_page: boolean;
                        empty: boolean;
                        contents: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openTaxonomy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openTerms: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                top_only?: boolean;
                parent_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_items: number;
                        total_pages: number;
                        page_number: number;
                        size: number;
                        first_page: boolean;
                        last_page: boolean;
                        empty: boolean;
                        contents: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    olderOpenServices: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                postcode?: string;
                /** @description metres */
                proximity?: number;
                /** @description its name or its id */
                vocabulary?: string;
                text?: string;
                taxonomy_id?: string;
                minimum_age?: number;
                maximum_age?: number;
                /** @description the parts that are wanted, with commas between; without it, all */
                include?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totalElements: number;
                        totalPages: number;
                        /** @description of this page, from 1 */
                        number: number;
                        /** @description how many are on this page */
                        size: number;
                        first: boolean;
                        last: boolean;
                        empty: boolean;
                        content: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    olderOpenService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as Open Referral UK has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    olderOpenVocabularies: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totalElements: number;
                        totalPages: number;
                        /** @description of this page, from 1 */
                        number: number;
                        /** @description how many are on this page */
                        size: number;
                        first: boolean;
                        last: boolean;
                        empty: boolean;
                        content: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    olderOpenTaxonomies: {
        parameters: {
            query?: {
                page?: number;
                per_page?: number;
                /** @description its name or its id */
                vocabulary?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totalElements: number;
                        totalPages: number;
                        /** @description of this page, from 1 */
                        number: number;
                        /** @description how many are on this page */
                        size: number;
                        first: boolean;
                        last: boolean;
                        empty: boolean;
                        content: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                personId?: string;
                organisationId?: string;
                state?: "placed" | "accepted" | "declined" | "cancelled" | "completed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            reference: string;
                            /** @enum {string} */
                            state: "placed" | "accepted" | "declined" | "cancelled" | "completed";
                            personId: string | null;
                            personName: string;
                            organisationId: string;
                            organisationName: string;
                            /** @description whole pence */
                            totalPence: number;
                            /** @description an instant in UTC, ISO 8601 */
                            placedAt: string;
                            decidedAt: string | null;
                            declineReason: ("no-space" | "too-far" | "not-my-kind-of-support" | "times-do-not-work" | "price-out-of-date" | "other") | null;
                            /** @description The first thing on it */
                            what: string;
                            /** @description How many things are on it */
                            things: number;
                            /** @description YYYY-MM-DD */
                            firstDate: string;
                            /** @description YYYY-MM-DD */
                            lastDate: string;
                            nextVisitAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        state: "placed" | "accepted" | "declined" | "cancelled" | "completed";
                        personId: string | null;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        /** @description whole pence */
                        totalPence: number;
                        /** @description an instant in UTC, ISO 8601 */
                        placedAt: string;
                        decidedAt: string | null;
                        declineReason: ("no-space" | "too-far" | "not-my-kind-of-support" | "times-do-not-work" | "price-out-of-date" | "other") | null;
                        declineNote: string;
                        placedByName: string | null;
                        outward: string | null;
                        /** @description Whether the viewer, as the provider, may look at how to reach the person */
                        mayVisit: boolean;
                        sharedNeeds: ("communication" | "language" | "support")[] | null;
                        /** @description Whether the viewer may say what the provider may know */
                        mayShare: boolean;
                        allowed: ("accept" | "decline" | "cancel")[];
                        lines: {
                            id: string;
                            offerId: string;
                            listingSlug: string;
                            description: string;
                            unit: string;
                            /** @description In the order of time: one price with the visits that have it; several where it changes meanwhile */
                            prices: {
                                /** @description whole pence */
                                unitPricePence: number;
                                priceSource: "public" | "agreed";
                                /** @description the first visit at this price, YYYY-MM-DD */
                                firstDate: string;
                                lastDate: string;
                                visits: number;
                            }[];
                            vatCategory: string;
                            vatRateBasisPoints: number;
                            kind: "one-off" | "schedule";
                            quantity: number;
                            /** @description YYYY-MM-DD */
                            firstDate: string;
                            /** @description YYYY-MM-DD */
                            lastDate: string;
                            pattern: {
                                weekday: number;
                                startTime: string;
                                minutes: number;
                            }[];
                            noticeHours: number;
                            note: string;
                            visits: number;
                            /** @description whole pence */
                            totalPence: number;
                        }[];
                        /** @description Which lines of money pay; empty for a provider, whose business it is not */
                        payers: {
                            lineId: string;
                            lineName: string;
                            personName: string;
                            /** @description whole pence */
                            plannedPence: number;
                        }[];
                        visits: {
                            id: string;
                            orderLineId: string;
                            /** @description YYYY-MM-DD */
                            serviceDate: string;
                            plannedStart: string | null;
                            plannedEnd: string | null;
                            plannedMinutes: number | null;
                            quantity: number;
                            /** @description whole pence */
                            plannedPence: number;
                            chargePence: number | null;
                            /** @enum {string} */
                            state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        }[];
                        cancelling: {
                            /** @description whole pence */
                            chargedPence: number;
                            chargedVisits: number;
                            /** @description whole pence */
                            backPence: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        basketId: string;
                        /** @description an instant in UTC, ISO 8601 */
                        placedAt: string;
                        placedByName: string;
                        /** @description whole pence */
                        totalPence: number;
                        orders: {
                            id: string;
                            reference: string;
                            organisationName: string;
                            personName: string;
                            what: string[];
                            /** @description whole pence */
                            totalPence: number;
                        }[];
                        lines: {
                            lineId: string;
                            lineName: string;
                            personName: string;
                            /** @description whole pence */
                            paidPence: number;
                            leftPence: number | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewVisitorNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description what to call the person */
                        name: string;
                        addressLine: string;
                        postcode: string | null;
                        accessNotes: string;
                        telephones: {
                            kind: "home" | "mobile" | "work" | "somebody-else";
                            number: string;
                            note: string;
                        }[];
                        needs: {
                            communication: string | null;
                            language: string | null;
                            support: string | null;
                        };
                        /** @description YYYY-MM-DD */
                        until: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    shareNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sharedNeeds: ("communication" | "language" | "support")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sharedNeeds: ("communication" | "language" | "support")[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    acceptOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        state: "placed" | "accepted" | "declined" | "cancelled" | "completed";
                        chargedPence: number;
                        backPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    declineOrder: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "no-space" | "too-far" | "not-my-kind-of-support" | "times-do-not-work" | "price-out-of-date" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        state: "placed" | "accepted" | "declined" | "cancelled" | "completed";
                        chargedPence: number;
                        backPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    putOrderBack: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        state: "placed" | "accepted" | "declined" | "cancelled" | "completed";
                        chargedPence: number;
                        backPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                            organisationName: string | null;
                            personReference: string | null;
                            state: "waiting" | "accepted" | "withdrawn" | "expired";
                            /** @description an instant in UTC, ISO 8601 */
                            invitedAt: string;
                            /** @description an instant in UTC, ISO 8601 */
                            expiresAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                    personId?: string;
                    /** @description the council’s own reference, instead of the id */
                    personReference?: string;
                    organisationId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                        organisationName: string | null;
                        personReference: string | null;
                        state: "waiting" | "accepted" | "withdrawn" | "expired";
                        /** @description an instant in UTC, ISO 8601 */
                        invitedAt: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    findOrganisationsToInvite: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    seeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        councilName: string;
                        /** @enum {string} */
                        role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                        organisationName: string | null;
                        /** @description true: no name or password is wanted, the account has them */
                        hasAccount: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name?: string;
                    /** @description at least 12 characters of any kind; not your name or address, not a well-known one */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewInsightSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM */
                        from: string;
                        /** @description YYYY-MM */
                        to: string;
                        spend: {
                            /** @description whole pence */
                            totalPence: number;
                            people: number | null;
                            largestCategory: {
                                name: string;
                                /** @description whole pence */
                                amountPence: number;
                            } | null;
                        };
                        searches: {
                            foundNothing: number | null;
                            most: {
                                words: string;
                                times: number;
                            } | null;
                        };
                        orders: {
                            declined: number | null;
                            mostReason: string | null;
                        };
                        daysToPay: {
                            medianDays: number | null;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadInsightSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewSpend: {
        parameters: {
            query?: {
                /** @description a month that is over, YYYY-MM */
                from?: string;
                /** @description a month that is over, YYYY-MM */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was delivered and posted to the ledger, by the day of service; a financial year and the last twelve months have true sums, every other span is a sum of what its months show */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM */
                        from: string;
                        /** @description YYYY-MM */
                        to: string;
                        /** @description whole pence */
                        totalPence: number;
                        hiddenMonths: number;
                        months: {
                            /** @description YYYY-MM */
                            month: string;
                            people: number | null;
                            amountPence: number | null;
                        }[];
                        byCategory: {
                            groups: {
                                key: string;
                                name: string;
                                /** @description whole pence */
                                amountPence: number;
                                peopleAMonth: number | null;
                                /** @description false: months of too few people are missing, and it was at least this */
                                isWhole: boolean;
                            }[];
                            /** @description whole pence */
                            pooledPence: number;
                            months: {
                                /** @description YYYY-MM */
                                month: string;
                                people: number | null;
                                totalPence: number | null;
                                groups: {
                                    key: string;
                                    name: string;
                                    /** @description whole pence */
                                    amountPence: number;
                                    people: number;
                                }[];
                                pooledPence: number | null;
                            }[];
                        };
                        byStream: {
                            groups: {
                                key: string;
                                name: string;
                                /** @description whole pence */
                                amountPence: number;
                                peopleAMonth: number | null;
                                /** @description false: months of too few people are missing, and it was at least this */
                                isWhole: boolean;
                            }[];
                            /** @description whole pence */
                            pooledPence: number;
                            months: {
                                /** @description YYYY-MM */
                                month: string;
                                people: number | null;
                                totalPence: number | null;
                                groups: {
                                    key: string;
                                    name: string;
                                    /** @description whole pence */
                                    amountPence: number;
                                    people: number;
                                }[];
                                pooledPence: number | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadSpend: {
        parameters: {
            query?: {
                /** @description a month that is over, YYYY-MM */
                from?: string;
                /** @description a month that is over, YYYY-MM */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM */
                        from: string;
                        /** @description YYYY-MM */
                        to: string;
                        searches: number | null;
                        foundNothing: number | null;
                        words: {
                            words: string;
                            times: number;
                            near: {
                                outward: string;
                                times: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewDeclinedOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM */
                        from: string;
                        /** @description YYYY-MM */
                        to: string;
                        orders: number | null;
                        byReason: {
                            key: string;
                            name: string;
                            orders: number | null;
                        }[];
                        byCategory: {
                            key: string;
                            name: string;
                            orders: number | null;
                        }[];
                        byProvider: {
                            key: string;
                            name: string;
                            orders: number | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadDeclinedOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewDaysToPay: {
        parameters: {
            query?: {
                /** @description a month that is over, YYYY-MM */
                from?: string;
                /** @description a month that is over, YYYY-MM */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days from the day of a delivery to the day on which its invoice was paid, by the month of payment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description YYYY-MM */
                        from: string;
                        /** @description YYYY-MM */
                        to: string;
                        deliveries: number | null;
                        medianDays: number | null;
                        byPayer: {
                            payerKind: "funder" | "own-money" | "holder" | "person";
                            medianDays: number | null;
                        }[];
                        distribution: {
                            fromDays: number;
                            toDays: number | null;
                            percent: number | null;
                        }[];
                        months: {
                            /** @description YYYY-MM */
                            month: string;
                            deliveries: number | null;
                            medianDays: number | null;
                            byPayer: {
                                payerKind: "funder" | "own-money" | "holder" | "person";
                                medianDays: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadDaysToPay: {
        parameters: {
            query?: {
                /** @description a month that is over, YYYY-MM */
                from?: string;
                /** @description a month that is over, YYYY-MM */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "printed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            recipientName: string;
                            subject: string;
                            /** @description an instant in UTC, ISO 8601 */
                            createdAt: string;
                            printedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        recipientName: string;
                        subject: string;
                        /** @description an instant in UTC, ISO 8601 */
                        createdAt: string;
                        printedAt: string | null;
                        /** @description as it is known today; empty where none is */
                        address: string[];
                        text: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    printLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOutbox: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            recipient: string;
                            subject: string;
                            text: string;
                            /** @description an instant in UTC, ISO 8601 */
                            createdAt: string;
                            sentAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPaperAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personName: string;
                        active: boolean;
                        items: {
                            accountId: string;
                            name: string;
                            signInName: string;
                            /** @enum {string} */
                            role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    handOverAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    role: "budget-holder" | "representative";
                    /** @description a number is made where none is chosen */
                    signInName?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        name: string;
                        signInName: string;
                        /** @description shown once; a hash is kept */
                        code: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                        /** @description where the code is entered */
                        url: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    printPaperCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        name: string;
                        signInName: string;
                        /** @description shown once; a hash is kept */
                        code: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                        /** @description where the code is entered */
                        url: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    printPaperCodeFor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                        name: string;
                        signInName: string;
                        /** @description shown once; a hash is kept */
                        code: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                        /** @description where the code is entered */
                        url: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    usePaperCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    signInName: string;
                    code: string;
                    /** @description at least 12 characters of any kind; not your name or address, not a well-known one */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signInName: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPhotos: {
        parameters: {
            query?: {
                organisation?: string;
                listing?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            altText: string;
                            /** @description the same picture in two sizes, the smaller first */
                            files: {
                                url: string;
                                width: number;
                                height: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    addPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewPhotoFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listOwnPhotos: {
        parameters: {
            query?: {
                organisation?: string;
                listing?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description of the organisation or listing */
                        name: string;
                        /** @description whether everybody sees the page that they are on */
                        shown: boolean;
                        /** @description how many there may be */
                        most: number;
                        items: {
                            id: string;
                            altText: string;
                            /** @description the same picture in two sizes, the smaller first */
                            files: {
                                url: string;
                                width: number;
                                height: number;
                            }[];
                            addedByName: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            addedAt: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    describePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    altText: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    movePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: "earlier" | "later";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    removePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signedIn: boolean;
                        /** @description an instant in UTC, ISO 8601 */
                        now: string;
                        accountId: string | null;
                        name: string | null;
                        email: string | null;
                        signInName: string | null;
                        councilId: string | null;
                        councilSlug: string | null;
                        councilName: string | null;
                        /** @description signed in: the councils of the account; otherwise the councils that one can join */
                        councils: {
                            slug: string;
                            name: string;
                        }[];
                        roles: {
                            /** @enum {string} */
                            role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                            personId: string | null;
                            organisationId: string | null;
                            organisationName: string | null;
                            organisationSlug: string | null;
                        }[];
                        csrfToken: string | null;
                        /** @description POST /api/session/refresh is worth a try, now */
                        renewable: boolean;
                        demonstration: boolean;
                        /** @description GET /api/demonstration says as whom; true in the demonstration alone */
                        lookAround: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description or the name that somebody without one was given */
                    email: string;
                    password: string;
                    /** @description short name of a council, as in addresses */
                    councilSlug?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description for Authorization: Bearer; the same is in the cookie sm_access */
                        accessToken: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                        /** @description for the header x-csrf-token of unsafe requests that lean on cookies */
                        csrfToken: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description for Authorization: Bearer; the same is in the cookie sm_access */
                        accessToken: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                        /** @description for the header x-csrf-token of unsafe requests that lean on cookies */
                        csrfToken: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    switchCouncil: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description short name of a council, as in addresses */
                    councilSlug: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signedIn: boolean;
                        /** @description an instant in UTC, ISO 8601 */
                        now: string;
                        accountId: string | null;
                        name: string | null;
                        email: string | null;
                        signInName: string | null;
                        councilId: string | null;
                        councilSlug: string | null;
                        councilName: string | null;
                        /** @description signed in: the councils of the account; otherwise the councils that one can join */
                        councils: {
                            slug: string;
                            name: string;
                        }[];
                        roles: {
                            /** @enum {string} */
                            role: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                            personId: string | null;
                            organisationId: string | null;
                            organisationName: string | null;
                            organisationSlug: string | null;
                        }[];
                        csrfToken: string | null;
                        /** @description POST /api/session/refresh is worth a try, now */
                        renewable: boolean;
                        demonstration: boolean;
                        /** @description GET /api/demonstration says as whom; true in the demonstration alone */
                        lookAround: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    followReference: {
        parameters: {
            query: {
                /** @description why it is looked at; the people concerned can read it */
                reason: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reference: string;
                        kind: "order" | "visit" | "line" | "invoice" | "payment" | "payment-run";
                        /** @description how many there are in all */
                        threads: number;
                        agrees: boolean;
                        checks: {
                            name: string;
                            /** @description whole pence */
                            firstPence: number;
                            /** @description whole pence */
                            secondPence: number;
                            agrees: boolean;
                        }[];
                        items: {
                            key: string;
                            visitId: string | null;
                            lineId: string;
                            lineName: string;
                            /** @description Whose money the line is of */
                            funderName: string;
                            personReference: string;
                            serviceDate: string | null;
                            organisationName: string | null;
                            steps: {
                                key: string;
                                /** @enum {string} */
                                kind: "award" | "order-placed" | "reserve" | "order-accepted" | "order-declined" | "visit-recorded" | "visit-confirmed" | "deliver" | "overrun" | "release" | "invoice" | "approve-invoice" | "pay-in-due" | "payment-proposed" | "payment-authorised" | "bank-file" | "bank-result" | "pay" | "pay-in" | "settlement" | "remittance";
                                at: string | null;
                                roles: string[];
                                name: string | null;
                                amountPence: number | null;
                                partPence: number | null;
                                reference: string | null;
                                state: string | null;
                                details: {
                                    [key: string]: string;
                                };
                                back: string | null;
                                forward: string | null;
                            }[];
                        }[];
                        payIns: {
                            key: string;
                            visitId: string | null;
                            lineId: string;
                            lineName: string;
                            /** @description Whose money the line is of */
                            funderName: string;
                            personReference: string;
                            serviceDate: string | null;
                            organisationName: string | null;
                            steps: {
                                key: string;
                                /** @enum {string} */
                                kind: "award" | "order-placed" | "reserve" | "order-accepted" | "order-declined" | "visit-recorded" | "visit-confirmed" | "deliver" | "overrun" | "release" | "invoice" | "approve-invoice" | "pay-in-due" | "payment-proposed" | "payment-authorised" | "bank-file" | "bank-result" | "pay" | "pay-in" | "settlement" | "remittance";
                                at: string | null;
                                roles: string[];
                                name: string | null;
                                amountPence: number | null;
                                partPence: number | null;
                                reference: string | null;
                                state: string | null;
                                details: {
                                    [key: string]: string;
                                };
                                back: string | null;
                                forward: string | null;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listVisits: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                from?: string;
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                to?: string;
                personId?: string;
                orderId?: string;
                state?: ("planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled")[];
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            orderId: string;
                            orderReference: string;
                            orderState: string;
                            personId: string | null;
                            personName: string;
                            organisationId: string;
                            organisationName: string;
                            description: string;
                            unit: string;
                            /** @description Whether the charge follows the minutes that passed */
                            timed: boolean;
                            state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                            /** @description YYYY-MM-DD */
                            serviceDate: string;
                            plannedStart: string | null;
                            plannedEnd: string | null;
                            plannedMinutes: number | null;
                            quantity: number;
                            /** @description whole pence */
                            plannedPence: number;
                            worker: string | null;
                            workerId: string | null;
                            actualStart: string | null;
                            actualEnd: string | null;
                            actualMinutes: number | null;
                            chargePence: number | null;
                            withinTolerance: boolean | null;
                            recordedAt: string | null;
                            confirmedAt: string | null;
                            /** @description No one answered within the days that the council gives */
                            confirmedByItself: boolean;
                            queryNote: string;
                            settledPence: number | null;
                            billed: boolean;
                            /** @description A finance officer decides the amount */
                            waitingForFinance: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewMoneyComing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description whole pence */
                        recordedPence: number;
                        /** @description whole pence */
                        confirmedPence: number;
                        /** @description whole pence */
                        invoicedPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether the reader may confirm or query it now */
                        mayAnswer: boolean;
                        visit: {
                            id: string;
                            orderId: string;
                            orderReference: string;
                            orderState: string;
                            personId: string | null;
                            personName: string;
                            organisationId: string;
                            organisationName: string;
                            description: string;
                            unit: string;
                            /** @description Whether the charge follows the minutes that passed */
                            timed: boolean;
                            state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                            /** @description YYYY-MM-DD */
                            serviceDate: string;
                            plannedStart: string | null;
                            plannedEnd: string | null;
                            plannedMinutes: number | null;
                            quantity: number;
                            /** @description whole pence */
                            plannedPence: number;
                            worker: string | null;
                            workerId: string | null;
                            actualStart: string | null;
                            actualEnd: string | null;
                            actualMinutes: number | null;
                            chargePence: number | null;
                            withinTolerance: boolean | null;
                            recordedAt: string | null;
                            confirmedAt: string | null;
                            /** @description No one answered within the days that the council gives */
                            confirmedByItself: boolean;
                            queryNote: string;
                            settledPence: number | null;
                            billed: boolean;
                            /** @description A finance officer decides the amount */
                            waitingForFinance: boolean;
                        };
                        /** @description Which lines of money pay; for somebody who only pays, their own. A person's money is not a provider's to see */
                        shares: {
                            position: number;
                            lineId: string;
                            lineName: string;
                            personId: string;
                            /** @description whole pence */
                            plannedPence: number;
                            chargePence: number | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    startVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    workerId?: string;
                    /** @description A name, or a reference; where `workerId` is given too, that counts */
                    worker?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderReference: string;
                        orderState: string;
                        personId: string | null;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        description: string;
                        unit: string;
                        /** @description Whether the charge follows the minutes that passed */
                        timed: boolean;
                        state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        /** @description YYYY-MM-DD */
                        serviceDate: string;
                        plannedStart: string | null;
                        plannedEnd: string | null;
                        plannedMinutes: number | null;
                        quantity: number;
                        /** @description whole pence */
                        plannedPence: number;
                        worker: string | null;
                        workerId: string | null;
                        actualStart: string | null;
                        actualEnd: string | null;
                        actualMinutes: number | null;
                        chargePence: number | null;
                        withinTolerance: boolean | null;
                        recordedAt: string | null;
                        confirmedAt: string | null;
                        /** @description No one answered within the days that the council gives */
                        confirmedByItself: boolean;
                        queryNote: string;
                        settledPence: number | null;
                        billed: boolean;
                        /** @description A finance officer decides the amount */
                        waitingForFinance: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    finishVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderReference: string;
                        orderState: string;
                        personId: string | null;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        description: string;
                        unit: string;
                        /** @description Whether the charge follows the minutes that passed */
                        timed: boolean;
                        state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        /** @description YYYY-MM-DD */
                        serviceDate: string;
                        plannedStart: string | null;
                        plannedEnd: string | null;
                        plannedMinutes: number | null;
                        quantity: number;
                        /** @description whole pence */
                        plannedPence: number;
                        worker: string | null;
                        workerId: string | null;
                        actualStart: string | null;
                        actualEnd: string | null;
                        actualMinutes: number | null;
                        chargePence: number | null;
                        withinTolerance: boolean | null;
                        recordedAt: string | null;
                        confirmedAt: string | null;
                        /** @description No one answered within the days that the council gives */
                        confirmedByItself: boolean;
                        queryNote: string;
                        settledPence: number | null;
                        billed: boolean;
                        /** @description A finance officer decides the amount */
                        waitingForFinance: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    recordVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    workerId?: string;
                    /** @description A name, or a reference; where `workerId` is given too, that counts */
                    worker?: string;
                    /** @description London wall time, YYYY-MM-DDTHH:MM. In the hour that the clocks skip or repeat it is refused with choices; send one of them, with its offset. */
                    start?: string;
                    /** @description London wall time, YYYY-MM-DDTHH:MM. In the hour that the clocks skip or repeat it is refused with choices; send one of them, with its offset. */
                    end?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderReference: string;
                        orderState: string;
                        personId: string | null;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        description: string;
                        unit: string;
                        /** @description Whether the charge follows the minutes that passed */
                        timed: boolean;
                        state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        /** @description YYYY-MM-DD */
                        serviceDate: string;
                        plannedStart: string | null;
                        plannedEnd: string | null;
                        plannedMinutes: number | null;
                        quantity: number;
                        /** @description whole pence */
                        plannedPence: number;
                        worker: string | null;
                        workerId: string | null;
                        actualStart: string | null;
                        actualEnd: string | null;
                        actualMinutes: number | null;
                        chargePence: number | null;
                        withinTolerance: boolean | null;
                        recordedAt: string | null;
                        confirmedAt: string | null;
                        /** @description No one answered within the days that the council gives */
                        confirmedByItself: boolean;
                        queryNote: string;
                        settledPence: number | null;
                        billed: boolean;
                        /** @description A finance officer decides the amount */
                        waitingForFinance: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    missVisit: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderReference: string;
                        orderState: string;
                        personId: string | null;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        description: string;
                        unit: string;
                        /** @description Whether the charge follows the minutes that passed */
                        timed: boolean;
                        state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        /** @description YYYY-MM-DD */
                        serviceDate: string;
                        plannedStart: string | null;
                        plannedEnd: string | null;
                        plannedMinutes: number | null;
                        quantity: number;
                        /** @description whole pence */
                        plannedPence: number;
                        worker: string | null;
                        workerId: string | null;
                        actualStart: string | null;
                        actualEnd: string | null;
                        actualMinutes: number | null;
                        chargePence: number | null;
                        withinTolerance: boolean | null;
                        recordedAt: string | null;
                        confirmedAt: string | null;
                        /** @description No one answered within the days that the council gives */
                        confirmedByItself: boolean;
                        queryNote: string;
                        settledPence: number | null;
                        billed: boolean;
                        /** @description A finance officer decides the amount */
                        waitingForFinance: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    putVisitBack: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    queryVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderReference: string;
                        orderState: string;
                        personId: string | null;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        description: string;
                        unit: string;
                        /** @description Whether the charge follows the minutes that passed */
                        timed: boolean;
                        state: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        /** @description YYYY-MM-DD */
                        serviceDate: string;
                        plannedStart: string | null;
                        plannedEnd: string | null;
                        plannedMinutes: number | null;
                        quantity: number;
                        /** @description whole pence */
                        plannedPence: number;
                        worker: string | null;
                        workerId: string | null;
                        actualStart: string | null;
                        actualEnd: string | null;
                        actualMinutes: number | null;
                        chargePence: number | null;
                        withinTolerance: boolean | null;
                        recordedAt: string | null;
                        confirmedAt: string | null;
                        /** @description No one answered within the days that the council gives */
                        confirmedByItself: boolean;
                        queryNote: string;
                        settledPence: number | null;
                        billed: boolean;
                        /** @description A finance officer decides the amount */
                        waitingForFinance: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listWorkers: {
        parameters: {
            query?: {
                state?: "active" | "ended";
                organisationId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            organisationId: string;
                            organisationName: string;
                            /** @description as it was written */
                            name: string;
                            reference: string | null;
                            state: "active" | "ended";
                            lastDate: string | null;
                            /** @description Whether another worker of the organisation has this name */
                            sameName: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    addWorker: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    reference: string | null;
                    /** @description for somebody who works for more than one organisation */
                    organisationId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        worker: {
                            id: string;
                            organisationId: string;
                            organisationName: string;
                            /** @description as it was written */
                            name: string;
                            reference: string | null;
                            state: "active" | "ended";
                            lastDate: string | null;
                            /** @description Whether another worker of the organisation has this name */
                            sameName: boolean;
                        };
                        /** @description that were recorded for them */
                        visits: number;
                        /** @description What happened to the record, the newest first */
                        history: {
                            event: "worker.added" | "worker.met" | "worker.changed" | "worker.ended" | "worker.came-back";
                            /** @description an instant in UTC, ISO 8601 */
                            at: string;
                            byName: string | null;
                            name: string | null;
                            reference: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changeWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    reference: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    endWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    lastDate: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    bringWorkerBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listExceptions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "settled";
                kind?: "over-tolerance" | "not-enough-money" | "queried";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: "over-tolerance" | "not-enough-money" | "queried";
                            state: "open" | "settled";
                            /** @description whole pence */
                            expectedPence: number;
                            /** @description whole pence */
                            foundPence: number;
                            /** @description whole pence */
                            differencePence: number;
                            /** @description whole pence */
                            withinPence: number;
                            /** @description an instant in UTC, ISO 8601 */
                            raisedAt: string;
                            settledAt: string | null;
                            settledPence: number | null;
                            settledByName: string | null;
                            note: string;
                            /** @description whole pence */
                            alonePence: number;
                            proposal: {
                                /** @description whole pence */
                                amountPence: number;
                                byName: string;
                                note: string;
                                isOwn: boolean;
                            } | null;
                            refusedNote: string;
                            visitId: string;
                            visitState: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                            /** @description YYYY-MM-DD */
                            serviceDate: string;
                            plannedStart: string | null;
                            plannedEnd: string | null;
                            plannedMinutes: number | null;
                            actualStart: string | null;
                            actualEnd: string | null;
                            actualMinutes: number | null;
                            quantity: number;
                            worker: string | null;
                            queryNote: string;
                            description: string;
                            unit: string;
                            /** @description whole pence */
                            unitPricePence: number;
                            orderId: string;
                            orderReference: string;
                            personId: string;
                            personName: string;
                            organisationId: string;
                            organisationName: string;
                            invoiceId: string | null;
                            invoiceNumber: string | null;
                            lines: {
                                name: string;
                                /** @description whole pence */
                                leftPence: number;
                                /** @description whole pence */
                                reservedPence: number;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: "over-tolerance" | "not-enough-money" | "queried";
                        state: "open" | "settled";
                        /** @description whole pence */
                        expectedPence: number;
                        /** @description whole pence */
                        foundPence: number;
                        /** @description whole pence */
                        differencePence: number;
                        /** @description whole pence */
                        withinPence: number;
                        /** @description an instant in UTC, ISO 8601 */
                        raisedAt: string;
                        settledAt: string | null;
                        settledPence: number | null;
                        settledByName: string | null;
                        note: string;
                        /** @description whole pence */
                        alonePence: number;
                        proposal: {
                            /** @description whole pence */
                            amountPence: number;
                            byName: string;
                            note: string;
                            isOwn: boolean;
                        } | null;
                        refusedNote: string;
                        visitId: string;
                        visitState: "planned" | "recorded" | "confirmed" | "queried" | "missed" | "cancelled";
                        /** @description YYYY-MM-DD */
                        serviceDate: string;
                        plannedStart: string | null;
                        plannedEnd: string | null;
                        plannedMinutes: number | null;
                        actualStart: string | null;
                        actualEnd: string | null;
                        actualMinutes: number | null;
                        quantity: number;
                        worker: string | null;
                        queryNote: string;
                        description: string;
                        unit: string;
                        /** @description whole pence */
                        unitPricePence: number;
                        orderId: string;
                        orderReference: string;
                        personId: string;
                        personName: string;
                        organisationId: string;
                        organisationName: string;
                        invoiceId: string | null;
                        invoiceNumber: string | null;
                        lines: {
                            name: string;
                            /** @description whole pence */
                            leftPence: number;
                            /** @description whole pence */
                            reservedPence: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    proposeSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description whole pence */
                    amountPence: number;
                    /** @description Why; the person and the provider read it */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    refuseSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why not; the officer who asked reads it */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listFunders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            code: string;
                            name: string;
                            kind: "directorate" | "nhs" | "school" | "grant" | "people";
                            account: {
                                accountName: string;
                                sortCode: string;
                                lastFour: string;
                            } | null;
                            /** @description Whether an account waits for a second person */
                            accountWaits: boolean;
                            /** @description Invoices and pay-ins that wait to be paid */
                            dueCount: number;
                            /** @description whole pence */
                            duePence: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    addFunder: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Two to eight capital letters and digits; never changes */
                    code: string;
                    kind: "directorate" | "nhs" | "school" | "grant";
                    name: string;
                    address: {
                        line: string;
                        city: string;
                        postcode: string;
                    } | null;
                    /** @description Kinds of money that come from it where a file does not say; taken over from the funder that had them */
                    streams: ("social-care" | "health" | "education" | "short-breaks" | "own-money" | "family")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewFunder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        code: string;
                        name: string;
                        kind: "directorate" | "nhs" | "school" | "grant" | "people";
                        address: {
                            line: string;
                            city: string;
                            postcode: string;
                        } | null;
                        /** @description Kinds of money that come from it where a file does not say */
                        streams: ("social-care" | "health" | "education" | "short-breaks" | "own-money" | "family")[];
                        accounts: {
                            id: string;
                            accountName: string;
                            sortCode: string;
                            lastFour: string;
                            state: "proposed" | "released" | "refused" | "replaced";
                            proposedByName: string;
                            /** @description an instant in UTC, ISO 8601 */
                            proposedAt: string;
                            decidedByName: string | null;
                            decidedAt: string | null;
                            replacedAt: string | null;
                            note: string;
                            /** @description Whether the viewer is another person than the one who proposed it */
                            mayRelease: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changeFunder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    address: {
                        line: string;
                        city: string;
                        postcode: string;
                    } | null;
                    /** @description Kinds of money that come from it where a file does not say; taken over from the funder that had them */
                    streams: ("social-care" | "health" | "education" | "short-breaks" | "own-money" | "family")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    proposeFunderAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountName: string;
                    /** @description Six digits */
                    sortCode: string;
                    /** @description Eight digits */
                    accountNumber: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description It is released already, or proposed already */
                        unchanged: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    releaseFunderAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    refuseFunderAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewFunderStatement: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description The first day; 1 April of the year so far when left out */
                fromDate?: string;
                /** @description The last day, itself included; today when left out */
                toDate?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        code: string;
                        name: string;
                        /** @description YYYY-MM-DD */
                        fromDate: string;
                        /** @description YYYY-MM-DD */
                        toDate: string;
                        /** @description whole pence */
                        awardedPence: number;
                        /** @description whole pence */
                        spentPence: number;
                        /** @description whole pence */
                        invoicedPence: number;
                        /** @description whole pence */
                        paidPence: number;
                        /** @description whole pence */
                        paidInAdvancePence: number;
                        /** @description whole pence */
                        owedPence: number;
                        providers: {
                            organisationId: string;
                            organisationName: string;
                            /** @description whole pence */
                            invoicedPence: number;
                            /** @description whole pence */
                            paidPence: number;
                            /** @description whole pence */
                            owedPence: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadFunderStatement: {
        parameters: {
            query?: {
                /** @description The first day; 1 April of the year so far when left out */
                fromDate?: string;
                /** @description The last day, itself included; today when left out */
                toDate?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listMoneyExceptions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "settled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: "payment-returned" | "card-debt" | "card-difference";
                            state: "open" | "settled";
                            /** @description whole pence */
                            expectedPence: number;
                            /** @description whole pence */
                            foundPence: number;
                            /** @description an instant in UTC, ISO 8601 */
                            raisedAt: string;
                            settledAt: string | null;
                            settledByName: string | null;
                            note: string;
                            payeeName: string | null;
                            payeeOrganisationId: string | null;
                            payeeLineId: string | null;
                            isHeld: boolean;
                            runId: string | null;
                            runReference: string | null;
                            references: string | null;
                            reasonCode: string | null;
                            cause: string | null;
                            personName: string | null;
                            lineName: string | null;
                            reversal: ("refund" | "dispute") | null;
                            owedPence: number | null;
                            difference: ("not-there" | "not-here" | "other-amount" | "other-taken-back") | null;
                            processorId: string | null;
                            decisions: ("explained" | "repaid" | "written-off")[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    settleMoneyException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: "explained" | "repaid" | "written-off";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    billDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Bill what was finished before this day; today when left out */
                    date?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoices: number;
                        held: number;
                        visits: number;
                        /** @description whole pence */
                        totalPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "held" | "approved" | "paying" | "paid" | "closed";
                payerKind?: "funder" | "holder" | "person";
                funderId?: string;
                organisationId?: string;
                personId?: string;
                /** @description Only what the viewer has to pay, or gets back */
                toPay?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            organisationId: string;
                            organisationName: string;
                            kind: "invoice" | "credit-note";
                            funderId: string;
                            /** @description Whose money it is */
                            funderName: string;
                            payerId: string;
                            payerKind: "funder" | "holder" | "person";
                            payerName: string;
                            payerPersonId: string | null;
                            payerOrganisationId: string | null;
                            state: "held" | "approved" | "paying" | "paid" | "closed";
                            /** @description YYYY-MM-DD */
                            periodStart: string;
                            /** @description YYYY-MM-DD */
                            periodEnd: string;
                            /** @description YYYY-MM-DD */
                            issueDate: string;
                            /** @description YYYY-MM-DD */
                            dueDate: string;
                            /** @description whole pence */
                            totalPence: number;
                            paidAt: string | null;
                            /** @description Whether the viewer is the one who pays it */
                            mine: boolean;
                            /** @description Whether the viewer pays it and the money that was paid in covers it */
                            canPayNow: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        organisationId: string;
                        organisationName: string;
                        kind: "invoice" | "credit-note";
                        funderId: string;
                        /** @description Whose money it is */
                        funderName: string;
                        payerId: string;
                        payerKind: "funder" | "holder" | "person";
                        payerName: string;
                        payerPersonId: string | null;
                        payerOrganisationId: string | null;
                        state: "held" | "approved" | "paying" | "paid" | "closed";
                        /** @description YYYY-MM-DD */
                        periodStart: string;
                        /** @description YYYY-MM-DD */
                        periodEnd: string;
                        /** @description YYYY-MM-DD */
                        issueDate: string;
                        /** @description YYYY-MM-DD */
                        dueDate: string;
                        /** @description whole pence */
                        totalPence: number;
                        paidAt: string | null;
                        /** @description Whether the viewer is the one who pays it */
                        mine: boolean;
                        /** @description Whether the viewer pays it and the money that was paid in covers it */
                        canPayNow: boolean;
                        /** @description whole pence */
                        netPence: number;
                        /** @description whole pence */
                        vatPence: number;
                        /** @description whole pence */
                        roundingPence: number;
                        outsideVat: boolean;
                        organisationEmail: string | null;
                        organisationTelephone: string | null;
                        approvedAt: string | null;
                        settledHow: string | null;
                        paidOn: string | null;
                        runId: string | null;
                        runReference: string | null;
                        remittanceId: string | null;
                        exceptionId: string | null;
                        creditsInvoiceId: string | null;
                        creditsNumber: string | null;
                        /** @description Why a credit note was made */
                        reason: string;
                        creditNotes: {
                            id: string;
                            number: string;
                            /** @description whole pence */
                            totalPence: number;
                        }[];
                        lines: {
                            id: string;
                            description: string;
                            /** @description YYYY-MM-DD */
                            serviceDate: string;
                            orderId: string;
                            orderReference: string;
                            personName: string;
                            unit: string;
                            minutes: number | null;
                            quantity: number;
                            /** @description whole pence */
                            unitPricePence: number;
                            /** @description whole pence */
                            netPence: number;
                            /** @description whole pence */
                            grossPence: number;
                            /** @description What is left of it after credit notes */
                            remainingPence: number;
                            /** @description Whether others pay for the rest of the visit; then only this part is shown */
                            isPart: boolean;
                            /** @description whole pence */
                            adjustmentPence: number;
                            adjustmentReason: string;
                            vatCategory: string;
                            vatRateBasisPoints: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadElectronicInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadInvoicePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    creditInvoice: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description Take all of it back, and bill its visits again at the right price */
                    billAgain: boolean;
                    /** @description What lines should have cost; the others are right as they are */
                    lines: {
                        id: string;
                        /** @description With VAT */
                        rightPence: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @description What is taken back, above zero */
                        totalPence: number;
                        state: "held" | "approved" | "paying" | "paid" | "closed";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    settleInvoice: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The day it was paid or paid back; today when left out */
                    paidOn?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        state: "held" | "approved" | "paying" | "paid" | "closed";
                        how: string;
                        totalPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listRemittances: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            /** @description an instant in UTC, ISO 8601 */
                            createdAt: string;
                            runReference: string;
                            /** @description Whose money it is */
                            funderName: string;
                            /** @description YYYY-MM-DD */
                            executionDate: string;
                            organisationId: string | null;
                            payeeName: string;
                            /** @description whole pence */
                            amountPence: number;
                            /** @description paid, or returned when the bank sent it back later */
                            state: string;
                            items: {
                                invoiceId: string | null;
                                payInId: string | null;
                                reference: string;
                                /** @description whole pence */
                                amountPence: number;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadRemittance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPaymentRuns: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "proposed" | "authorised" | "emitted" | "settled" | "cancelled";
                funderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            reference: string;
                            funderId: string;
                            funderName: string;
                            /** @description Of the account that it is paid from */
                            fromLastFour: string;
                            /** @description Whether that is still the account released for the funder */
                            isFromReleased: boolean;
                            state: "proposed" | "authorised" | "emitted" | "settled" | "cancelled";
                            /** @description YYYY-MM-DD */
                            executionDate: string;
                            payments: number;
                            /** @description whole pence */
                            totalPence: number;
                            proposedByName: string;
                            /** @description an instant in UTC, ISO 8601 */
                            proposedAt: string;
                            authorisedByName: string | null;
                            authorisedAt: string | null;
                            emittedAt: string | null;
                            settledAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    proposePaymentRun: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whose money the run pays */
                    funderId: string;
                    /** @description A working day; the next one when left out */
                    executionDate?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewPaymentProposal: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                funderId: string;
                leftOutCursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        funderId: string;
                        funderName: string;
                        from: {
                            accountName: string;
                            sortCode: string;
                            lastFour: string;
                        } | null;
                        /** @description YYYY-MM-DD */
                        executionDate: string;
                        /** @description whole pence */
                        totalPence: number;
                        /** @description Payments in all, on every page */
                        count: number;
                        leftOutCount: number;
                        payments: {
                            payeeName: string;
                            organisationId: string | null;
                            /** @description whole pence */
                            amountPence: number;
                            items: {
                                invoiceId: string | null;
                                payInId: string | null;
                                reference: string;
                                /** @description whole pence */
                                amountPence: number;
                                /** @description YYYY-MM-DD */
                                dueDate: string;
                            }[];
                            accountLastFour: string;
                            /** @description an instant in UTC, ISO 8601 */
                            accountSince: string;
                            /** @description Whether money that was sent to this account arrived before */
                            paidBefore: boolean;
                        }[];
                        nextCursor: string | null;
                        leftOut: {
                            payeeName: string;
                            organisationId: string | null;
                            lineId: string | null;
                            reason: "no-bank-account" | "bank-account-wrong" | "account-held" | "owes-more";
                            reference: string;
                            /** @description whole pence */
                            amountPence: number;
                            invoiceId: string | null;
                            payInId: string | null;
                        }[];
                        nextLeftOutCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewPaymentRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        funderId: string;
                        funderName: string;
                        /** @description Of the account that it is paid from */
                        fromLastFour: string;
                        /** @description Whether that is still the account released for the funder */
                        isFromReleased: boolean;
                        state: "proposed" | "authorised" | "emitted" | "settled" | "cancelled";
                        /** @description YYYY-MM-DD */
                        executionDate: string;
                        payments: number;
                        /** @description whole pence */
                        totalPence: number;
                        proposedByName: string;
                        /** @description an instant in UTC, ISO 8601 */
                        proposedAt: string;
                        authorisedByName: string | null;
                        authorisedAt: string | null;
                        emittedAt: string | null;
                        settledAt: string | null;
                        files: {
                            id: string;
                            format: string;
                            messageId: string;
                            payments: number;
                            /** @description whole pence */
                            totalPence: number;
                            sha256: string;
                        }[];
                        /** @description Whether the viewer is another person than the one who proposed it */
                        mayAuthorise: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listRunPayments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            position: number;
                            organisationId: string | null;
                            payeeName: string;
                            sortCode: string;
                            accountLastFour: string;
                            /** @description an instant in UTC, ISO 8601 */
                            accountSince: string;
                            /** @description Whether money that was sent to this account arrived before */
                            paidBefore: boolean;
                            endToEndId: string;
                            /** @description whole pence */
                            amountPence: number;
                            state: "pending" | "sent" | "paid" | "returned" | "dropped";
                            resultCode: string | null;
                            cause: string | null;
                            remittanceId: string | null;
                            remittanceNumber: string | null;
                            items: {
                                invoiceId: string | null;
                                payInId: string | null;
                                reference: string;
                                /** @description whole pence */
                                amountPence: number;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    authorisePaymentRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        funderId: string;
                        funderName: string;
                        /** @description Of the account that it is paid from */
                        fromLastFour: string;
                        /** @description Whether that is still the account released for the funder */
                        isFromReleased: boolean;
                        state: "proposed" | "authorised" | "emitted" | "settled" | "cancelled";
                        /** @description YYYY-MM-DD */
                        executionDate: string;
                        payments: number;
                        /** @description whole pence */
                        totalPence: number;
                        proposedByName: string;
                        /** @description an instant in UTC, ISO 8601 */
                        proposedAt: string;
                        authorisedByName: string | null;
                        authorisedAt: string | null;
                        emittedAt: string | null;
                        settledAt: string | null;
                        files: {
                            id: string;
                            format: string;
                            messageId: string;
                            payments: number;
                            /** @description whole pence */
                            totalPence: number;
                            sha256: string;
                        }[];
                        /** @description Whether the viewer is another person than the one who proposed it */
                        mayAuthorise: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    cancelPaymentRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        funderId: string;
                        funderName: string;
                        /** @description Of the account that it is paid from */
                        fromLastFour: string;
                        /** @description Whether that is still the account released for the funder */
                        isFromReleased: boolean;
                        state: "proposed" | "authorised" | "emitted" | "settled" | "cancelled";
                        /** @description YYYY-MM-DD */
                        executionDate: string;
                        payments: number;
                        /** @description whole pence */
                        totalPence: number;
                        proposedByName: string;
                        /** @description an instant in UTC, ISO 8601 */
                        proposedAt: string;
                        authorisedByName: string | null;
                        authorisedAt: string | null;
                        emittedAt: string | null;
                        settledAt: string | null;
                        files: {
                            id: string;
                            format: string;
                            messageId: string;
                            payments: number;
                            /** @description whole pence */
                            totalPence: number;
                            sha256: string;
                        }[];
                        /** @description Whether the viewer is another person than the one who proposed it */
                        mayAuthorise: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPayeeAccounts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                show?: "proposed" | "present" | "all";
                organisationId?: string;
                lineId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            organisationId: string | null;
                            lineId: string | null;
                            payeeName: string;
                            accountName: string;
                            sortCode: string;
                            lastFour: string;
                            presentLastFour: string | null;
                            state: "proposed" | "waiting" | "in-force" | "held" | "replaced" | "refused";
                            origin: "officer" | "payee" | "import";
                            proposedByName: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            proposedAt: string;
                            beginsOn: string | null;
                            releasedByName: string | null;
                            inForceAt: string | null;
                            heldCode: string | null;
                            endedAt: string | null;
                            note: string;
                            /** @description Whether the viewer is another person than the one who proposed it */
                            mayRelease: boolean;
                        }[];
                        nextCursor: string | null;
                        /** @description Whether the payee that is asked for may have an account; true for a list */
                        mayPropose: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    proposePayeeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountName: string;
                    /** @description Six digits */
                    sortCode: string;
                    /** @description Eight digits */
                    accountNumber: string;
                    organisationId?: string;
                    /** @description For money that a person holds; give this or the organisation */
                    lineId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description It is in force already, or proposed already */
                        unchanged: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    releasePayeeAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        released: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    refusePayeeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewOwnPayeeAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            organisationId: string | null;
                            lineId: string | null;
                            payeeName: string;
                            accountName: string;
                            sortCode: string;
                            lastFour: string;
                            presentLastFour: string | null;
                            state: "proposed" | "waiting" | "in-force" | "held" | "replaced" | "refused";
                            origin: "officer" | "payee" | "import";
                            proposedByName: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            proposedAt: string;
                            beginsOn: string | null;
                            releasedByName: string | null;
                            inForceAt: string | null;
                            heldCode: string | null;
                            endedAt: string | null;
                            note: string;
                            /** @description Whether the viewer is another person than the one who proposed it */
                            mayRelease: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changeOwnPayeeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountName: string;
                    /** @description Six digits */
                    sortCode: string;
                    /** @description Eight digits */
                    accountNumber: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description It is in force already, or proposed already */
                        unchanged: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    downloadPaymentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    recordPaymentResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The day of the bank's statement or letter; today when left out */
                    entryDate?: string;
                    results: {
                        endToEndId: string;
                        status: "paid" | "returned";
                        /** @description The bank's code, such as AC04 */
                        reason?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                        paid: number;
                        returned: number;
                        /** @description Said before; nothing moved again */
                        unchanged: number;
                        /** @description The bank has taken them and will say more */
                        waiting: number;
                        notTaken: {
                            endToEndId: string;
                            why: "unknown-reference" | "other-run" | "amount-differs" | "unclear" | "dropped" | "already-returned";
                            runReference: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    recordSandboxResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        state: string;
                        paid: number;
                        returned: number;
                        /** @description Said before; nothing moved again */
                        unchanged: number;
                        /** @description The bank has taken them and will say more */
                        waiting: number;
                        notTaken: {
                            endToEndId: string;
                            why: "unknown-reference" | "other-run" | "amount-differs" | "unclear" | "dropped" | "already-returned";
                            runReference: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listBankEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description officer, or the kind of file */
                            source: string;
                            /** @description YYYY-MM-DD */
                            entryDate: string;
                            /** @description whole pence */
                            amountPence: number;
                            endToEndId: string;
                            payeeName: string | null;
                            said: string;
                            reasonCode: string | null;
                            outcome: string;
                            recordedByName: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            recordedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listCaseloads: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        practitioners: {
                            accountId: string;
                            name: string;
                            /** @description whom they work with today */
                            people: number;
                        }[];
                        items: {
                            id: string;
                            accountId: string;
                            practitionerName: string;
                            personId: string;
                            personName: string;
                            reference: string;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            untilDate: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    beginCaseload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string;
                    personId?: string;
                    /** @description the council’s own reference, instead of the id */
                    personReference?: string;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    fromDate: string;
                    untilDate: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    endCaseload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: it ends at once */
                    lastDay: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description part of a name, or the whole reference */
                search?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            reference: string;
                            name: string;
                            called: string | null;
                            careGroups: ("older-people" | "learning-disability" | "physical-disability" | "mental-health" | "children" | "carers")[];
                            wardName: string | null;
                            state: "active" | "moved-away" | "died" | "left" | "taken-back";
                            own: boolean;
                            mandate: {
                                mayOrder: boolean;
                                mayConfirm: boolean;
                                mayManageMoney: boolean;
                                /** @description YYYY-MM-DD, the last day included */
                                untilDate: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        name: string;
                        called: string | null;
                        careGroups: ("older-people" | "learning-disability" | "physical-disability" | "mental-health" | "children" | "carers")[];
                        wardName: string | null;
                        state: "active" | "moved-away" | "died" | "left" | "taken-back";
                        own: boolean;
                        mandate: {
                            mayOrder: boolean;
                            mayConfirm: boolean;
                            mayManageMoney: boolean;
                            /** @description YYYY-MM-DD, the last day included */
                            untilDate: string;
                        } | null;
                        dateOfBirth: string | null;
                        email: string | null;
                        language: string | null;
                        contactPreference: ("telephone" | "text-message" | "email" | "post" | "visit") | null;
                        communicationNeeds: string;
                        supportNeeds: string;
                        addresses: {
                            id: string;
                            kind: "home" | "staying" | "letters";
                            line: string;
                            postcode: string | null;
                            /** @description for those who come to the door */
                            accessNotes: string;
                            fromDate: string | null;
                            untilDate: string | null;
                        }[];
                        telephones: {
                            id: string;
                            kind: "home" | "mobile" | "work" | "somebody-else";
                            number: string;
                            note: string;
                            fromDate: string | null;
                            untilDate: string | null;
                        }[];
                        origin: "council" | "self-made";
                        lastDay: string | null;
                        version: number;
                        mayEdit: "nothing" | "own" | "record";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    editPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description as it was read: a record that moved on is not overwritten */
                    version: number;
                    called: string | null;
                    email: string | null;
                    language: string | null;
                    contactPreference: ("telephone" | "text-message" | "email" | "post" | "visit") | null;
                    communicationNeeds: string;
                    supportNeeds: string;
                    addresses: {
                        id?: string;
                        kind: "home" | "staying" | "letters";
                        line: string;
                        postcode: string | null;
                        accessNotes: string;
                        fromDate: string | null;
                        untilDate: string | null;
                    }[];
                    telephones: {
                        id?: string;
                        kind: "home" | "mobile" | "work" | "somebody-else";
                        number: string;
                        note: string;
                        fromDate: string | null;
                        untilDate: string | null;
                    }[];
                    /** @description what the council keeps; a person and who acts for them may not change it */
                    record?: {
                        fullName: string;
                        dateOfBirth: string | null;
                        careGroups: ("older-people" | "learning-disability" | "physical-disability" | "mental-health" | "children" | "carers")[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        name: string;
                        called: string | null;
                        careGroups: ("older-people" | "learning-disability" | "physical-disability" | "mental-health" | "children" | "carers")[];
                        wardName: string | null;
                        state: "active" | "moved-away" | "died" | "left" | "taken-back";
                        own: boolean;
                        mandate: {
                            mayOrder: boolean;
                            mayConfirm: boolean;
                            mayManageMoney: boolean;
                            /** @description YYYY-MM-DD, the last day included */
                            untilDate: string;
                        } | null;
                        dateOfBirth: string | null;
                        email: string | null;
                        language: string | null;
                        contactPreference: ("telephone" | "text-message" | "email" | "post" | "visit") | null;
                        communicationNeeds: string;
                        supportNeeds: string;
                        addresses: {
                            id: string;
                            kind: "home" | "staying" | "letters";
                            line: string;
                            postcode: string | null;
                            /** @description for those who come to the door */
                            accessNotes: string;
                            fromDate: string | null;
                            untilDate: string | null;
                        }[];
                        telephones: {
                            id: string;
                            kind: "home" | "mobile" | "work" | "somebody-else";
                            number: string;
                            note: string;
                            fromDate: string | null;
                            untilDate: string | null;
                        }[];
                        origin: "council" | "self-made";
                        lastDay: string | null;
                        version: number;
                        mayEdit: "nothing" | "own" | "record";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listFinalStatements: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            personId: string;
                            reference: string;
                            name: string;
                            state: "active" | "moved-away" | "died" | "left" | "taken-back";
                            /** @description YYYY-MM-DD */
                            lastDay: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewFinalStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        reference: string;
                        name: string;
                        state: "active" | "moved-away" | "died" | "left" | "taken-back";
                        lastDay: string | null;
                        lines: {
                            id: string;
                            name: string;
                            funderName: string;
                            /** @description YYYY-MM-DD */
                            startsOn: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                            /** @description whole pence */
                            spentPence: number;
                            /** @description whole pence */
                            setAsidePence: number;
                            /** @description whole pence */
                            leftPence: number;
                            purseLeftPence: number | null;
                            /** @description whole pence */
                            owedPence: number;
                        }[];
                        openVisits: {
                            id: string;
                            reference: string;
                            organisationName: string;
                            /** @description YYYY-MM-DD */
                            serviceDate: string;
                            state: "planned" | "recorded" | "queried" | "confirmed";
                            /** @description whole pence */
                            pence: number;
                        }[];
                        unpaid: {
                            invoiceId: string;
                            number: string;
                            organisationName: string;
                            payerName: string;
                            /** @description YYYY-MM-DD */
                            dueDate: string;
                            /** @description whole pence */
                            pence: number;
                        }[];
                        latePayIns: {
                            lineName: string;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            /** @description YYYY-MM-DD */
                            toDate: string;
                            state: "paying" | "paid";
                            /** @description whole pence */
                            amountPence: number;
                        }[];
                        /** @description whole pence */
                        unpaidPence: number;
                        /** @description whole pence */
                        owedPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewMoney: {
        parameters: {
            query?: {
                budget?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            id: string;
                            name: string;
                            own: boolean;
                            /** @description They made their own account: there is no council money, and no year */
                            selfFunded: boolean;
                        };
                        /** @description YYYY-MM-DD */
                        today: string;
                        budget: {
                            id: string;
                            /** @description YYYY-MM-DD */
                            startsOn: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                            /** @description whole pence */
                            costPence: number;
                            /** @description whole pence */
                            contributionPence: number;
                            /** @description whole pence */
                            councilPence: number;
                        } | null;
                        otherBudgets: {
                            id: string;
                            /** @description YYYY-MM-DD */
                            startsOn: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                        }[];
                        total: {
                            /** @description whole pence */
                            awardedPence: number;
                            /** @description whole pence */
                            spentPence: number;
                            /** @description whole pence */
                            spokenForPence: number;
                            /** @description whole pence */
                            leftPence: number;
                        };
                        streams: {
                            stream: string;
                            /** @description whole pence */
                            awardedPence: number;
                            /** @description whole pence */
                            spentPence: number;
                            /** @description whole pence */
                            spokenForPence: number;
                            /** @description whole pence */
                            leftPence: number;
                        }[];
                        lines: {
                            id: string;
                            name: string;
                            reference: string;
                            stream: string;
                            arrangement: string;
                            arrangementName: string;
                            arrangementWords: string;
                            holderName: string | null;
                            state: string;
                            /** @description YYYY-MM-DD */
                            startsOn: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                            weeklyPence: number | null;
                            /** @description whole pence */
                            awardedPence: number;
                            /** @description whole pence */
                            spentPence: number;
                            /** @description whole pence */
                            spokenForPence: number;
                            /** @description whole pence */
                            leftPence: number;
                            aboutPerWeekPence: number | null;
                            daysLeft: number;
                            /** @description Owed to the council, because card money that was spent was taken back */
                            owedPence: number;
                            purse: {
                                /** @description whole pence */
                                inPence: number;
                                /** @description whole pence */
                                outPence: number;
                                /** @description whole pence */
                                leftPence: number;
                                limitPence: number | null;
                                over: boolean;
                            } | null;
                            mayPayByCard: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listBuildUp: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limitWeeks: number;
                        /** @description where somebody holds the money: the council chooses it */
                        heldLimitWeeks: number;
                        total: number;
                        /** @description whole pence */
                        unspentPence: number;
                        items: {
                            lineId: string;
                            lineName: string;
                            personId: string;
                            personName: string;
                            reference: string;
                            arrangement: string;
                            /** @description whole pence */
                            weeklyPence: number;
                            /** @description whole pence */
                            unspentPence: number;
                            /** @description whole pence */
                            spokenForPence: number;
                            weeks: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listHeldLines: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            arrangement: string;
                            organisationId: string;
                            personId: string;
                            personName: string;
                            state: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                            weeklyPence: number | null;
                            /** @description whole pence */
                            inPence: number;
                            /** @description whole pence */
                            outPence: number;
                            /** @description whole pence */
                            leftPence: number;
                            /** @description whole pence */
                            spokenForPence: number;
                            /** @description whole pence */
                            awardLeftPence: number;
                            limitPence: number | null;
                            over: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewStatement: {
        parameters: {
            query?: {
                /** @description YYYY-MM; this month unless said */
                month?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: {
                            id: string;
                            name: string;
                            stream: string;
                            arrangement: string;
                            arrangementName: string;
                            arrangementWords: string;
                            holderName: string | null;
                            personId: string;
                            personName: string;
                            /** @description YYYY-MM-DD */
                            startsOn: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                        };
                        month: string;
                        previousMonth: string | null;
                        nextMonth: string | null;
                        /** @description YYYY-MM-DD */
                        startDate: string;
                        /** @description YYYY-MM-DD */
                        endDate: string;
                        /** @description whole pence */
                        openingPence: number;
                        /** @description whole pence */
                        inPence: number;
                        /** @description whole pence */
                        outPence: number;
                        entries: {
                            /** @description YYYY-MM-DD */
                            date: string;
                            code: "award" | "award-lowered" | "award-taken-back" | "reserve" | "deliver" | "overrun" | "release" | "approve-invoice" | "credit-note" | "pay" | "pay-returned" | "paid-back" | "pay-in" | "pay-in-returned" | "card-payment" | "card-taken-back" | "card-given-back" | "debt-collected" | "debt-repaid" | "debt-written-off";
                            what: string | null;
                            organisationName: string | null;
                            orderReference: string | null;
                            invoiceNumber: string | null;
                            serviceDate: string | null;
                            fromDate: string | null;
                            toDate: string | null;
                            unit: string | null;
                            minutes: number | null;
                            quantity: number | null;
                            unitPricePence: number | null;
                            isShare: boolean;
                            /** @description whole pence */
                            inPence: number;
                            /** @description whole pence */
                            outPence: number;
                            /** @description whole pence */
                            balancePence: number;
                        }[];
                        /** @description whole pence */
                        closingPence: number;
                        /** @description whole pence */
                        spokenForPence: number;
                        /** @description whole pence */
                        leftPence: number;
                        purse: {
                            /** @description whole pence */
                            openingPence: number;
                            /** @description whole pence */
                            inPence: number;
                            /** @description whole pence */
                            outPence: number;
                            entries: {
                                /** @description YYYY-MM-DD */
                                date: string;
                                code: "award" | "award-lowered" | "award-taken-back" | "reserve" | "deliver" | "overrun" | "release" | "approve-invoice" | "credit-note" | "pay" | "pay-returned" | "paid-back" | "pay-in" | "pay-in-returned" | "card-payment" | "card-taken-back" | "card-given-back" | "debt-collected" | "debt-repaid" | "debt-written-off";
                                what: string | null;
                                organisationName: string | null;
                                orderReference: string | null;
                                invoiceNumber: string | null;
                                serviceDate: string | null;
                                fromDate: string | null;
                                toDate: string | null;
                                unit: string | null;
                                minutes: number | null;
                                quantity: number | null;
                                unitPricePence: number | null;
                                isShare: boolean;
                                /** @description whole pence */
                                inPence: number;
                                /** @description whole pence */
                                outPence: number;
                                /** @description whole pence */
                                balancePence: number;
                            }[];
                            /** @description whole pence */
                            leftPence: number;
                            limitPence: number | null;
                            over: boolean;
                            /** @description whole pence */
                            overPence: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    printStatement: {
        parameters: {
            query?: {
                /** @description YYYY-MM; this month unless said */
                month?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listPayIns: {
        parameters: {
            query?: {
                state?: "due" | "paying" | "paid" | "stopped";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            lineId: string;
                            lineName: string;
                            arrangement: string;
                            personName: string;
                            holderName: string | null;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            /** @description YYYY-MM-DD */
                            toDate: string;
                            /** @description whole pence */
                            amountPence: number;
                            state: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    schedulePayIns: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created: number;
                        /** @description whole pence */
                        totalPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    startCardPayment: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lineId: string;
                    amountPence: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        lineId: string;
                        lineName: string;
                        personId: string;
                        /** @description whole pence */
                        amountPence: number;
                        /** @description started, succeeded or failed */
                        state: string;
                        clientSecret: string | null;
                        publishableKey: string | null;
                        sandbox: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewCardPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        lineId: string;
                        lineName: string;
                        personId: string;
                        /** @description whole pence */
                        amountPence: number;
                        /** @description started, succeeded or failed */
                        state: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    payInSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    card: "succeeds" | "declined" | "needs_authentication";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        lineId: string;
                        lineName: string;
                        personId: string;
                        /** @description whole pence */
                        amountPence: number;
                        /** @description started, succeeded or failed */
                        state: string;
                        status: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listMandates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personName: string;
                        own: boolean;
                        items: {
                            id: string;
                            kind: "representative" | "broker";
                            state: "running" | "ended";
                            holderName: string;
                            mayOrder: boolean;
                            mayConfirm: boolean;
                            mayManageMoney: boolean;
                            /** @description the lines it is for; empty for all of them */
                            lines: string[];
                            orderLimitPence: number | null;
                            monthLimitPence: number | null;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            /** @description YYYY-MM-DD */
                            untilDate: string;
                            endedAt: string | null;
                        }[];
                        choices: {
                            lines: {
                                id: string;
                                name: string;
                                /** @description YYYY-MM-DD */
                                endsOn: string;
                            }[];
                            brokers: {
                                id: string;
                                name: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    makeMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a representative, by their e-mail address or the name that they sign in with */
                    holder?: string;
                    /** @description a broker, instead of a representative */
                    organisationId?: string;
                    mayOrder: boolean;
                    mayConfirm: boolean;
                    mayManageMoney: boolean;
                    lineIds: string[] | null;
                    orderLimitPence: number | null;
                    monthLimitPence: number | null;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    fromDate: string;
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    untilDate: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    endMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orders: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                person?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            details: {
                                [key: string]: string | number | boolean;
                            };
                            personId: string | null;
                            personName: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            createdAt: string;
                            readAt: string | null;
                        }[];
                        nextCursor: string | null;
                        unread: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    readMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                personId?: string;
                /** @description about what is on this order, for its person */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description Their name; for the provider the first half of the postcode, until it may know more */
                            personName: string;
                            organisationName: string;
                            title: string;
                            slug: string | null;
                            side: "person" | "provider";
                            /** @description an instant in UTC, ISO 8601 */
                            writtenAt: string;
                            lastSide: "person" | "provider";
                            entries: number;
                            orderId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    askQuestion: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    listingId: string;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewAsking: {
        parameters: {
            query: {
                personId: string;
                listingId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether the viewer may ask for this person, and somebody can answer */
                        mayAsk: boolean;
                        questionId: string | null;
                        organisationName: string;
                        readers: string[];
                        usual: {
                            within: "hour" | "hours" | "day" | "days";
                            count: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewQuestion: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Their name; for the provider the first half of the postcode, until it may know more */
                        personName: string;
                        organisationName: string;
                        title: string;
                        slug: string | null;
                        side: "person" | "provider";
                        /** @description an instant in UTC, ISO 8601 */
                        writtenAt: string;
                        lastSide: "person" | "provider";
                        entries: number;
                        orderId: string | null;
                        mayWrite: boolean;
                        /** @description For the person’s side: who acts for them today */
                        readers: string[];
                        /** @description Newest first */
                        items: {
                            id: string;
                            side: "person" | "provider";
                            own: boolean;
                            writtenBy: string | null;
                            /** @description an instant in UTC, ISO 8601 */
                            writtenAt: string;
                            words: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    writeOn: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    reportQuestionEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reported: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listQuestionReports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            title: string;
                            personName: string;
                            organisationName: string;
                            side: "person" | "provider";
                            words: string;
                            reportedSide: "person" | "provider";
                            reason: string;
                            /** @description an instant in UTC, ISO 8601 */
                            reportedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    settleQuestionReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description what the side that reported it is told */
                    reply: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewLineChange: {
        parameters: {
            query: {
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                endsOn: string;
                /** @description whole pence */
                awardPence: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: {
                            id: string;
                            name: string;
                            personId: string;
                            personName: string;
                            /** @description YYYY-MM-DD */
                            startsOn: string;
                            /** @description YYYY-MM-DD */
                            endsOn: string;
                            /** @description whole pence */
                            awardPence: number;
                            /** @description whole pence */
                            neededPence: number;
                        };
                        orders: {
                            id: string;
                            reference: string;
                            personName: string;
                            organisationName: string;
                            visits: number;
                            /** @description whole pence */
                            backPence: number;
                        }[];
                        visits: number;
                        /** @description whole pence */
                        backPence: number;
                        /** @description payments in advance that change; paid beyond is not among them */
                        payIns: {
                            lineName: string;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            /** @description YYYY-MM-DD */
                            toDate: string;
                            /** @description whole pence */
                            amountPence: number;
                            becomes: {
                                /** @description YYYY-MM-DD */
                                toDate: string;
                                /** @description whole pence */
                                amountPence: number;
                            } | null;
                            resumed: boolean;
                            runReference: string | null;
                        }[];
                        /** @description what the bank already has for days after the last, or above the award */
                        payInsOverPence: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    changeLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    endsOn: string;
                    awardPence: number;
                    reason: string;
                    /** @description what was shown before: nothing else is done */
                    seen: {
                        visits: number;
                        backPence: number;
                        payIns: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewEnding: {
        parameters: {
            query: {
                ending: "died" | "moved-away" | "left";
                /** @description YYYY-MM-DD, from 1900 to 2199 */
                lastDay: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orders: {
                            id: string;
                            reference: string;
                            personName: string;
                            organisationName: string;
                            visits: number;
                            /** @description whole pence */
                            backPence: number;
                        }[];
                        visits: number;
                        /** @description whole pence */
                        backPence: number;
                        payIns: {
                            lineName: string;
                            /** @description YYYY-MM-DD */
                            fromDate: string;
                            /** @description YYYY-MM-DD */
                            toDate: string;
                            /** @description whole pence */
                            amountPence: number;
                            becomes: {
                                /** @description YYYY-MM-DD */
                                toDate: string;
                                /** @description whole pence */
                                amountPence: number;
                            } | null;
                            resumed: boolean;
                            runReference: string | null;
                        }[];
                        mandates: {
                            holderName: string;
                            /** @description YYYY-MM-DD */
                            untilDate: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    endPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ending: "died" | "moved-away" | "left";
                    /** @description YYYY-MM-DD, from 1900 to 2199 */
                    lastDay: string;
                    reason: string;
                    /** @description what was shown before: nothing else is done */
                    seen: {
                        visits: number;
                        backPence: number;
                        payIns: number;
                        mandates: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    bringPersonBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    emitPaymentRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        reference: string;
                        funderId: string;
                        funderName: string;
                        /** @description Of the account that it is paid from */
                        fromLastFour: string;
                        /** @description Whether that is still the account released for the funder */
                        isFromReleased: boolean;
                        state: "proposed" | "authorised" | "emitted" | "settled" | "cancelled";
                        /** @description YYYY-MM-DD */
                        executionDate: string;
                        payments: number;
                        /** @description whole pence */
                        totalPence: number;
                        proposedByName: string;
                        /** @description an instant in UTC, ISO 8601 */
                        proposedAt: string;
                        authorisedByName: string | null;
                        authorisedAt: string | null;
                        emittedAt: string | null;
                        settledAt: string | null;
                        files: {
                            id: string;
                            format: string;
                            messageId: string;
                            payments: number;
                            /** @description whole pence */
                            totalPence: number;
                            sha256: string;
                        }[];
                        /** @description Whether the viewer is another person than the one who proposed it */
                        mayAuthorise: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewPeopleImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importPeople: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewProvidersImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importProviders: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewCommunityImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importCommunity: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewPostcodesImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importPostcodes: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewMandatesImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importMandates: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewCaseloadsImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importCaseloads: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    previewOpenReferralImport: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    importOpenReferral: {
        parameters: {
            query?: {
                layout?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    takeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: string | null;
                        layout: string;
                        sha256: string;
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        notes: {
                            row: number;
                            code: string;
                            message: string;
                        }[];
                        totals: {
                            accepted: number;
                            unchanged: number;
                            rejected: number;
                            withoutPlace: number;
                            keptBack: number;
                            counts: {
                                name: string;
                                count: number;
                            }[];
                            sums: {
                                name: string;
                                pence: number;
                            }[];
                            changes: {
                                noun: string;
                                created: number;
                                changed: number;
                            }[];
                        };
                        shown: {
                            noun: string;
                            name: string;
                            isNew: boolean;
                            fields: {
                                field: string;
                                before: string;
                                after: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            importId: string;
                            kind: "people" | "providers" | "community" | "postcodes" | "mandates" | "caseloads" | "open-referral";
                            state: "previewed" | "taken" | "undone";
                            layout: string;
                            fileName: string;
                            takenAt: string | null;
                            takenBy: string | null;
                            undoneAt: string | null;
                            tooOldToUndo: boolean;
                            totals: {
                                accepted: number;
                                unchanged: number;
                                rejected: number;
                                withoutPlace: number;
                                keptBack: number;
                                counts: {
                                    name: string;
                                    count: number;
                                }[];
                                sums: {
                                    name: string;
                                    pence: number;
                                }[];
                                changes: {
                                    noun: string;
                                    created: number;
                                    changed: number;
                                }[];
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        undone: number;
                        kept: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    settleException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description whole pence */
                    amountPence: number;
                    /** @description Why; the person and the provider read it */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        visitId: string;
                        settledPence: number;
                        invoiceIds: string[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    agreeToSettlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        visitId: string;
                        settledPence: number;
                        invoiceIds: string[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        storeId: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    confirmVisit: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All that were asked for */
                        confirmed: number;
                        /** @description Confirmed, but a finance officer decides the amount */
                        waitingForFinance: string[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    confirmVisits: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All that were asked for */
                        confirmed: number;
                        /** @description Confirmed, but a finance officer decides the amount */
                        waitingForFinance: string[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    uploadActuals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        unchanged: number;
                        rejected: {
                            /** @description As a spreadsheet numbers it: the heading is row 1 */
                            row: number;
                            code: string;
                            message: string;
                            column: string | null;
                            cells: {
                                reference: string;
                                worker: string;
                                worker_reference: string;
                                start: string;
                                end: string;
                            };
                        }[];
                        /** @description The first 10000 are listed */
                        rejectedInAll: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    openStore: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "alone" | "small-organisation" | "agency" | "charity" | "community-group" | "council-service";
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    placeBasket: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basketId?: string;
                    totalPence?: number;
                    /** @description How many visits after the end of their authority the buyer was shown; none where left out */
                    lateVisits?: number;
                    /** @description What each provider may know of each person’s needs once it accepts; else nothing */
                    sharing?: {
                        personId: string;
                        organisationId: string;
                        needs: ("communication" | "language" | "support")[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names the receipt */
                        basketId: string;
                        orders: {
                            id: string;
                            reference: string;
                            organisationId: string;
                            organisationName: string;
                            personId: string;
                            personName: string;
                            totalPence: number;
                        }[];
                        lines: {
                            lineId: string;
                            lineName: string;
                            personName: string;
                            paidPence: number;
                            leftPence: number;
                        }[];
                        placedAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description an instant in UTC, ISO 8601 */
                        verifiedAt: string;
                        balanced: boolean;
                        checks: {
                            name: string;
                            counted: number;
                            wrong: {
                                what: string;
                                record: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    viewDemonstration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        demonstration: true;
                        /** @description the one password of every account here */
                        password: string;
                        roles: {
                            /** @description what POST /api/demonstration/session wants */
                            role: string;
                            /** @enum {string} */
                            holds: "budget-holder" | "representative" | "broker" | "provider" | "isf-holder" | "community-group" | "practitioner" | "manager" | "finance" | "commissioner" | "auditor" | "editor" | "administrator";
                            email: string;
                            title: string;
                            description: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    lookAround: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: string;
                        /** @description an instant in UTC, ISO 8601 */
                        expiresAt: string;
                        csrfToken: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    receiveCardEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        requestId?: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            details?: {
                                [key: string]: unknown;
                            };
                        }[];
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
}
