// A matrix as a tree of nodes, and back: how it comes from the child that read its file.
#ifndef CASE_MATRIX_NODE_H
#define CASE_MATRIX_NODE_H

#include "case/matrix.h"

struct node *matrix_node_write(struct arena *a, const struct matrix *m);

// False where the tree is no matrix: a rating too few, a likelihood that is none.
bool matrix_node_read(struct arena *a, const struct node *n, struct matrix *m);

#endif
