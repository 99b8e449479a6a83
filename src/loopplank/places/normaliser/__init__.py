"""The Dutch address normaliser: written addresses to keys that can be compared.

Pure functions on text; it knows nothing of registers, agencies or a database, so others can use it
as it stands. What it does and does not mend is told in ``docs/normaliser.md``.
"""

from loopplank.places.normaliser.forms import AddressForm, WrittenAddress, readings
from loopplank.places.normaliser.identifiers import Identifier, Kind, read_identifier
from loopplank.places.normaliser.numbers import HouseNumber, loose_suffix, read_house_number, suffix_key
from loopplank.places.normaliser.postcodes import nearly_equal, read_postcode
from loopplank.places.normaliser.streets import initials_fit, street_key
from loopplank.places.normaliser.towns import town_key

__all__ = [
    "AddressForm", "HouseNumber", "Identifier", "Kind", "WrittenAddress", "initials_fit", "loose_suffix",
    "nearly_equal", "read_house_number", "read_identifier", "read_postcode", "readings", "street_key",
    "suffix_key", "town_key",
]  # fmt: skip
