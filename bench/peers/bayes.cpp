// bayes NETWORK EVIDENCE TARGET posteriors|loop: a network in UAI's form, answered by the join tree of dlib
// (dlib/bayes_utils.h), as its example has it but with the containers that check nothing. Prints rows of bench-weigh's
// CSV: `posteriors` compiles, and takes all of them; `loop` takes the target's without each finding in turn.
#include <dlib/bayes_utils.h>
#include <dlib/directed_graph.h>
#include <dlib/graph.h>
#include <dlib/graph_utils.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace dlib;
using namespace bayes_node_utils;

typedef directed_graph<bayes_node>::kernel_1a network;
typedef dlib::set<unsigned long>::compare_1b numbers;
typedef graph<numbers, numbers>::kernel_1a tree;

static std::vector<unsigned long> states;
static std::string name;

static double now()
{
	return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

static void row(const char *what, double value, const char *unit)
{
	std::printf("%s,dlib,%s,%.6g,%s\n", name.c_str(), what, value, unit);
	std::fflush(stdout);
}

// The last variable of a table is the child, and runs fastest.
static void table_read(std::istream &in, network &bn, const std::vector<unsigned long> &vars)
{
	std::vector<unsigned long> at(vars.size(), 0);
	unsigned long child = vars.back(), cells;
	in >> cells;
	for (unsigned long c = 0; c < cells; c++) {
		assignment parents;
		double p;
		in >> p;
		for (size_t i = 0; i + 1 < vars.size(); i++)
			parents.add(vars[i], at[i]);
		set_node_probability(bn, child, at.back(), parents, std::min(p, 1.0));
		for (size_t i = vars.size(); i-- > 0 && ++at[i] == states[vars[i]];)
			at[i] = 0;
	}
}

static void network_read(const char *path, network &bn)
{
	std::ifstream in(path);
	std::string kind;
	unsigned long n, tables, k;
	in >> kind >> n;
	states.resize(n);
	bn.set_number_of_nodes(n);
	for (unsigned long v = 0; v < n; v++)
		in >> states[v];
	in >> tables;
	std::vector<std::vector<unsigned long>> vars(tables);
	for (auto &t : vars) {
		in >> k;
		t.resize(k);
		for (auto &v : t)
			in >> v;
		for (unsigned long i = 0; i + 1 < k; i++)
			bn.add_edge(t[i], t[k - 1]);
	}
	for (unsigned long v = 0; v < n; v++)
		set_node_num_values(bn, v, states[v]);
	for (auto &t : vars)
		table_read(in, bn, t);
}

static double median(std::vector<double> x)
{
	std::sort(x.begin(), x.end());
	return x[x.size() / 2];
}

// Of some runs within two seconds.
template <typename work> static double timed(work w)
{
	std::vector<double> seconds;
	for (double start = now(); seconds.empty() || (now() - start < 2 && seconds.size() < 200);) {
		double from = now();
		w();
		seconds.push_back(now() - from);
	}
	return median(seconds);
}

int main(int argc, char **argv)
{
	network bn;
	tree join;
	if (argc != 5)
		return 2;
	name = argv[1];
	name = name.substr(name.rfind('/') + 1);
	name = name.substr(0, name.rfind('.'));
	double start = now();
	network_read(argv[1], bn);
	std::vector<unsigned long> found;
	std::ifstream evidence(argv[2]), file(argv[3]);
	unsigned long n, v, s, target;
	file >> target;
	for (evidence >> n; n-- && evidence >> v >> s;) {
		set_node_value(bn, v, s);
		set_node_as_evidence(bn, v);
		found.push_back(v);
	}
	double load = now() - start;
	create_moral_graph(bn, join);
	create_join_tree(join, join);
	double compile = now() - start - load, sum = 0, answer = 0;
	if (std::string(argv[4]) == "posteriors") {
		row("load", load, "s");
		row("compile", compile, "s");
		row("posteriors", timed([&] {
			    bayesian_network_join_tree solved(bn, join);
			    for (unsigned long i = 0; i < states.size(); i++)
				    sum += solved.probability(i)(0);
			    answer = solved.probability(target)(0);
		    }), "s");
		row("P(target = 0)", answer, "");
	} else {
		row("loop", timed([&] {
			    for (unsigned long i : found) {
				    set_node_as_nonevidence(bn, i);
				    bayesian_network_join_tree solved(bn, join);
				    sum += solved.probability(target)(0);
				    set_node_as_evidence(bn, i);
			    }
		    }), "s");
	}
	return sum < 0; // the answers are used
}
