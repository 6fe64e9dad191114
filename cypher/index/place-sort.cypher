// Lists of places are read in their order.
CREATE INDEX place_sort IF NOT EXISTS FOR (place:Place) ON (place.sort)
