// Lists of links are read in their order.
CREATE INDEX link_sort IF NOT EXISTS FOR (link:Link) ON (link.sort)
