"""Rules of STIX 2.1 (OASIS Standard, 10 June 2021), as far as a bundle can break them. Each finding is a sentence that
begins with the id of the object and names the property.

    for finding in stix_rules.check(bundle, definitions): ...
"""
import re

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
ID = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)--" + UUID)
TIME = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?Z")
PROPERTY = re.compile(r"[a-z0-9_]{1,250}")
KEY = re.compile(r"[A-Za-z0-9_-]{1,250}")
URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")

HASHES = {"MD5": 32, "SHA-1": 40, "SHA-256": 64, "SHA-512": 128, "SHA3-256": 64, "SHA3-512": 128, "SSDEEP": 0,
          "TLSH": 0}

# Common properties, section 3.2: of domain objects and relationships, of what is observed, of the definitions.
COMMON = {"type", "spec_version", "id", "created_by_ref", "created", "modified", "revoked", "labels", "confidence",
          "lang", "external_references", "object_marking_refs", "granular_markings", "extensions"}
OBSERVED = {"type", "spec_version", "id", "object_marking_refs", "granular_markings", "defanged", "extensions"}
MARKING = COMMON - {"modified", "revoked", "labels", "confidence", "lang"}
DEFINITION = COMMON - {"confidence", "lang"}

# Sections 4 and 5: type -> (required, optional). A name in one string each.
DOMAIN = {
    "attack-pattern": ("name", "description aliases kill_chain_phases"),
    "campaign": ("name", "description aliases first_seen last_seen objective"),
    "course-of-action": ("name", "description action"),
    "grouping": ("context object_refs", "name description"),
    "identity": ("name", "description roles identity_class sectors contact_information"),
    "incident": ("name", "description"),
    "indicator": ("pattern pattern_type valid_from",
                  "name description indicator_types pattern_version valid_until kill_chain_phases"),
    "infrastructure": ("name", "description infrastructure_types aliases kill_chain_phases first_seen last_seen"),
    "intrusion-set": ("name", "description aliases first_seen last_seen goals resource_level primary_motivation "
                              "secondary_motivations"),
    "location": ("", "name description latitude longitude precision region country administrative_area city "
                     "street_address postal_code"),
    "malware": ("is_family", "name description malware_types aliases kill_chain_phases first_seen last_seen "
                             "operating_system_refs architecture_execution_envs implementation_languages capabilities "
                             "sample_refs"),
    "malware-analysis": ("product", "version host_vm_ref operating_system_ref installed_software_refs "
                                    "configuration_version modules analysis_engine_version "
                                    "analysis_definition_version submitted analysis_started analysis_ended result_name "
                                    "result analysis_sco_refs sample_ref"),
    "note": ("content object_refs", "abstract authors"),
    "observed-data": ("first_observed last_observed number_observed", "objects object_refs"),
    "opinion": ("opinion object_refs", "explanation authors"),
    "report": ("name published object_refs", "description report_types"),
    "threat-actor": ("name", "description threat_actor_types aliases first_seen last_seen roles goals sophistication "
                             "resource_level primary_motivation secondary_motivations personal_motivations"),
    "tool": ("name", "description tool_types aliases kill_chain_phases tool_version"),
    "vulnerability": ("name", "description"),
    "relationship": ("relationship_type source_ref target_ref", "description start_time stop_time"),
    "sighting": ("sighting_of_ref", "description first_seen last_seen count observed_data_refs where_sighted_refs "
                                    "summary"),
}
META = {
    "extension-definition": ("name schema version extension_types", "description extension_properties"),
    "language-content": ("object_ref contents", "object_modified"),
    "marking-definition": ("", "definition_type definition name"),
}
SCOS = set("artifact autonomous-system directory domain-name email-addr email-message file ipv4-addr ipv6-addr "
           "mac-addr mutex network-traffic process software url user-account windows-registry-key "
           "x509-certificate".split())

# Vocabularies that are closed (enumerations), and open ones, where a word outside is a finding for what we write.
CLOSED = {"opinion": "strongly-disagree disagree neutral agree strongly-agree",
          "extension_types": "new-sdo new-sco new-sro property-extension toplevel-property-extension"}
OPEN = {"context": "suspicious-activity malware-analysis unspecified",
        "identity_class": "individual group system organization class unspecified",
        "report_types": "attack-pattern campaign identity indicator intrusion-set malware observed-data threat-actor "
                        "threat-report tool vulnerability",
        "threat_actor_types": "activist competitor crime-syndicate criminal hacker insider-accidental "
                              "insider-disgruntled nation-state sensationalist spy terrorist unknown"}

TEXTS = set("name description abstract content explanation relationship_type opinion context identity_class schema "
            "version lang pattern pattern_type contact_information objective".split())
TEXT_LISTS = set("authors labels aliases roles goals report_types threat_actor_types extension_types sectors".split())
TIMES = set("created modified published first_seen last_seen start_time stop_time valid_from valid_until "
            "first_observed last_observed".split())
ORDERED = [("created", "modified"), ("first_seen", "last_seen"), ("start_time", "stop_time"),
           ("valid_from", "valid_until"), ("first_observed", "last_observed")]

# Appendix B for what we and others relate by it; related-to, derived-from and duplicate-of fit everywhere.
RELATIONS = {
    "attributed-to": {("campaign", "intrusion-set"), ("campaign", "threat-actor"), ("intrusion-set", "threat-actor"),
                      ("threat-actor", "identity"), ("incident", "threat-actor"), ("incident", "intrusion-set")},
    "impersonates": {("threat-actor", "identity")},
    "indicates": {("indicator", t) for t in ("attack-pattern", "campaign", "infrastructure", "intrusion-set", "malware",
                                             "threat-actor", "tool")},
    "mitigates": {("course-of-action", t) for t in ("attack-pattern", "indicator", "malware", "tool", "vulnerability")},
}


def is_text(value):
    return isinstance(value, str)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def time_key(text):
    """Times as they follow each other: the fraction of a second may have any length."""
    whole, _, fraction = text[:-1].partition(".")
    return whole, fraction.rstrip("0")


class Checker:
    def __init__(self, definitions):
        self.found, self.known, self.definitions = [], {}, dict(definitions)

    def say(self, obj, what):
        self.found.append("%s: %s" % (obj.get("id", obj.get("type", "?")), what))

    def bundle(self, bundle):
        if not isinstance(bundle, dict) or bundle.get("type") != "bundle":
            self.found.append("a bundle has the type bundle")
            return
        for key in set(bundle) - {"type", "id", "objects"}:
            self.say(bundle, "%s: not a property of a bundle" % key)
        self.identifier(bundle, "bundle")
        objects = bundle.get("objects")
        if not isinstance(objects, list) or not objects:
            self.say(bundle, "objects: should be a list that is not empty")
            return
        versions = set()
        for obj in objects:
            if not isinstance(obj, dict):
                self.say(bundle, "objects: holds what is no object")
                continue
            version = (obj.get("id"), obj.get("modified"))
            if version in versions:
                self.say(obj, "id: stands twice in the same version")
            versions.add(version)
            self.known[obj.get("id")] = obj
            if obj.get("type") == "extension-definition":
                self.definitions[obj.get("id")] = obj
        for obj in objects:
            if isinstance(obj, dict):
                self.object(obj)

    def identifier(self, obj, kind):
        m = ID.fullmatch(str(obj.get("id")))
        if not m:
            self.say(obj, "id: should be a type, two dashes and a UUID of RFC 4122")
        elif m[1] != kind:
            self.say(obj, "id: is of the type %s, not %s" % (m[1], kind))
        elif m[2] not in "12345":
            self.say(obj, "id: a UUID has a version of 1 to 5")

    def object(self, obj):
        kind = obj.get("type")
        if not is_text(kind) or not re.fullmatch(r"[a-z0-9-]{3,250}", kind) or "--" in kind:
            self.say(obj, "type: is no name of a type")
            return
        self.identifier(obj, kind)
        self.names(obj)
        self.values(obj, obj)
        if kind in SCOS:
            self.require(obj, ["type", "id"])
        elif kind in DOMAIN or kind in META:
            self.known_type(obj, kind)
        elif not self.defines(obj, "new-"):
            self.say(obj, "type: %s is none of the specification, and no extension defines it" % kind)
        self.common(obj)
        self.extensions(obj)
        self.references(obj)

    def require(self, obj, keys):
        for key in keys:
            if key not in obj:
                self.say(obj, "%s: is required" % key)

    def known_type(self, obj, kind):
        required, optional = (x.split() for x in (DOMAIN.get(kind) or META[kind]))
        common = MARKING if kind == "marking-definition" else DEFINITION if kind in META else COMMON
        needs = ["type", "spec_version", "id", "created"] + ([] if kind == "marking-definition" else ["modified"])
        self.require(obj, needs + required)
        if kind == "extension-definition":
            self.require(obj, ["created_by_ref"])
        for key in sorted(set(obj) - common - set(required) - set(optional)):
            if not self.defines(obj, "toplevel-property-extension"):
                self.say(obj, "%s: is no property of %s, and no extension adds it" % (key, kind))
        if kind == "location" and not {"region", "country", "latitude"} & set(obj):
            self.say(obj, "region: a location has a region, a country, or latitude and longitude")
        if kind == "relationship":
            self.relationship(obj)
        if kind == "observed-data" and ("objects" in obj) == ("object_refs" in obj):
            self.say(obj, "object_refs: either this or objects")

    def defines(self, obj, what):
        extensions = obj.get("extensions")
        values = extensions.values() if isinstance(extensions, dict) else []
        return any(isinstance(x, dict) and str(x.get("extension_type")).startswith(what) for x in values)

    def names(self, obj):
        for key in obj:
            if not PROPERTY.fullmatch(key):
                self.say(obj, "%s: a property's name has a-z, 0-9 and _, at most 250" % key)

    def values(self, obj, value, path=""):
        """No null, no empty list or dictionary, keys of dictionaries in few characters."""
        if value is None:
            self.say(obj, "%s: is null" % path)
        if isinstance(value, (list, dict)) and not value:
            self.say(obj, "%s: is empty" % path)
        if isinstance(value, dict):
            for key, below in value.items():
                if path and not KEY.fullmatch(key):
                    self.say(obj, "%s.%s: is no key of a dictionary" % (path, key))
                self.values(obj, below, (path + "." + key).strip("."))
        if isinstance(value, list):
            for below in value:
                self.values(obj, below, path + "[]")

    def common(self, obj):
        if "spec_version" in obj and obj["spec_version"] != "2.1":
            self.say(obj, "spec_version: should be 2.1")
        for key in TIMES & set(obj):
            if not is_text(obj[key]) or not TIME.fullmatch(obj[key]):
                self.say(obj, "%s: is no time like 2024-03-02T10:11:12.000Z" % key)
        for first, last in ORDERED:
            if all(is_text(obj.get(k)) and TIME.fullmatch(obj[k]) for k in (first, last)):
                if time_key(obj[first]) > time_key(obj[last]):
                    self.say(obj, "%s: is after %s" % (first, last))
        for key in TEXTS & set(obj):
            if not is_text(obj[key]) or not obj[key]:
                self.say(obj, "%s: should be a text that is not empty" % key)
        for key in TEXT_LISTS & set(obj):
            if not isinstance(obj[key], list) or not all(map(is_text, obj[key])):
                self.say(obj, "%s: should be a list of texts" % key)
        if "confidence" in obj and (not isinstance(obj["confidence"], int) or isinstance(obj["confidence"], bool) or
                                    not 0 <= obj["confidence"] <= 100):
            self.say(obj, "confidence: should be a whole number from 0 to 100")
        for key, words in list(CLOSED.items()) + list(OPEN.items()):
            for word in obj.get(key, []) if isinstance(obj.get(key), list) else [obj[key]] if key in obj else []:
                if word not in words.split():
                    self.say(obj, "%s: %s is not in its vocabulary" % (key, word))
        self.external(obj)

    def external(self, obj):
        refs = obj.get("external_references", [])
        if not isinstance(refs, list):
            self.say(obj, "external_references: should be a list")
            return
        for ref in refs:
            if not isinstance(ref, dict) or not is_text(ref.get("source_name")):
                self.say(obj, "external_references: each has a source_name")
                continue
            if not {"description", "url", "external_id"} & set(ref):
                self.say(obj, "external_references: one of description, url, external_id")
            for key in set(ref) - {"source_name", "description", "url", "hashes", "external_id"}:
                self.say(obj, "external_references.%s: is no property of it" % key)
            if "url" in ref and not URL.fullmatch(str(ref["url"])):
                self.say(obj, "external_references.url: is no URL")
            hashes = ref.get("hashes", {})
            for name, value in hashes.items() if isinstance(hashes, dict) else [("?", "")]:
                if name not in HASHES or (HASHES[name] and not re.fullmatch("[0-9a-fA-F]{%d}" % HASHES[name], value)):
                    self.say(obj, "external_references.hashes.%s: is no hash" % name)

    def extensions(self, obj):
        extensions = obj.get("extensions", {})
        if not isinstance(extensions, dict):
            self.say(obj, "extensions: should be a dictionary")
            return
        for key, value in extensions.items():
            if not isinstance(value, dict):
                self.say(obj, "extensions.%s: should be a dictionary" % key)
                continue
            if not key.startswith("extension-definition--"):
                if obj.get("type") not in SCOS and obj.get("type") != "marking-definition":
                    self.say(obj, "extensions.%s: is named by no extension-definition" % key)
                continue
            self.extension(obj, key, value)

    def extension(self, obj, key, value):
        definition = self.definitions.get(key)
        kind = value.get("extension_type")
        if not definition:
            self.say(obj, "extensions.%s: its definition is not in the bundle" % key)
        elif kind is not None and kind not in definition.get("extension_types", []):
            self.say(obj, "extensions.%s: its definition does not allow %s" % (key, kind))
        if kind not in CLOSED["extension_types"].split():
            self.say(obj, "extensions.%s: extension_type is %s" % (key, kind))
        for name in value:
            if not PROPERTY.fullmatch(name):
                self.say(obj, "extensions.%s.%s: a property's name has a-z, 0-9 and _" % (key, name))

    def references(self, obj):
        for key, value in obj.items():
            if key.endswith("_refs") and not isinstance(value, list):
                self.say(obj, "%s: should be a list" % key)
            several = key.endswith("_refs") and isinstance(value, list)
            for ref in value if several else [value] if key.endswith("_ref") else []:
                m = ID.fullmatch(str(ref))
                if not m:
                    self.say(obj, "%s: %s is no id" % (key, ref))
                    continue
                if key == "created_by_ref" and m[1] != "identity":
                    self.say(obj, "created_by_ref: should be an identity")
                if key == "object_marking_refs" and m[1] != "marking-definition":
                    self.say(obj, "object_marking_refs: should be marking-definitions")
                if key in ("source_ref", "target_ref") and m[1] in ("relationship", "sighting", "bundle"):
                    self.say(obj, "%s: a relationship is not between relationships" % key)
                if ref == obj.get("id"):
                    self.say(obj, "%s: refers to itself" % key)
                if ref not in self.known and m[1] != "marking-definition":
                    self.say(obj, "%s: %s is not in the bundle" % (key, ref))

    def relationship(self, obj):
        kind = obj.get("relationship_type")
        ends = [str(obj.get(k)).split("--")[0] for k in ("source_ref", "target_ref")]
        if is_text(kind) and not re.fullmatch(r"[a-z0-9-]+", kind):
            self.say(obj, "relationship_type: has a-z, 0-9 and - alone")
        if kind in RELATIONS and tuple(ends) not in RELATIONS[kind]:
            self.say(obj, "relationship_type: %s goes not from %s to %s" % (kind, *ends))


def check(bundle, definitions=()):
    """The findings; definitions: extension-definitions that are known from elsewhere, by id."""
    checker = Checker(dict(definitions))
    checker.bundle(bundle)
    return checker.found
