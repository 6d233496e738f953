var e=class extends Error{constructor(e,t,a){super(t?.title??`status ${e}`),this.status=e,this.code=t?.code??(e?"unexpected":"unreachable"),this.field=t?.field??null,this.retryAfter=a}};async function t(t,a,s,n){let i,l={accept:"application/json"};void 0!==s&&(l["content-type"]="application/json"),n&&(l["x-csrf-token"]=n);try{i=await fetch(a,{method:t,headers:l,credentials:"same-origin",body:void 0===s?void 0:JSON.stringify(s)})}catch{throw new e(0,null,null)}let o=await i.text(),r=null;try{r=o?JSON.parse(o):null}catch{}if(i.ok)return r;let d=Number(i.headers.get("retry-after"));throw new e(i.status,r,Number.isFinite(d)&&d>0?d:null)}function a(e){let t=Object.entries(e).filter(([,e])=>null!=e);return t.length?`?${new URLSearchParams(t.map(([e,t])=>[e,String(t)]))}`:""}var s=globalThis,n=e=>e,i=s.trustedTypes,l=i?i.createPolicy("lit-html",{createHTML:e=>e}):void 0,o="$lit$",r=`lit$${Math.random().toFixed(9).slice(2)}$`,d="?"+r,c=`<${d}>`,u=document,p=()=>u.createComment(""),g=e=>null===e||"object"!=typeof e&&"function"!=typeof e,h=Array.isArray,m=e=>h(e)||"function"==typeof e?.[Symbol.iterator],f="[ \t\n\f\r]",b=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,$=/-->/g,_=/>/g,v=RegExp(`>|${f}(?:([^\\s"'>=/]+)(${f}*=${f}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,"g"),y=/'/g,w=/"/g,k=/^(?:script|style|textarea|title)$/i,x=e=>(t,...a)=>({_$litType$:e,strings:t,values:a}),M=x(1),A=x(2),T=(x(3),Symbol.for("lit-noChange")),E=Symbol.for("lit-nothing"),S=new WeakMap,C=u.createTreeWalker(u,129);function O(e,t){if(!h(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return void 0!==l?l.createHTML(t):t}var D=(e,t)=>{let a,s=e.length-1,n=[],i=2===t?"<svg>":3===t?"<math>":"",l=b;for(let t=0;t<s;t++){let s,d,u=e[t],p=-1,g=0;for(;g<u.length&&(l.lastIndex=g,d=l.exec(u),null!==d);)g=l.lastIndex,l===b?"!--"===d[1]?l=$:void 0!==d[1]?l=_:void 0!==d[2]?(k.test(d[2])&&(a=RegExp("</"+d[2],"g")),l=v):void 0!==d[3]&&(l=v):l===v?">"===d[0]?(l=a??b,p=-1):void 0===d[1]?p=-2:(p=l.lastIndex-d[2].length,s=d[1],l=void 0===d[3]?v:'"'===d[3]?w:y):l===w||l===y?l=v:l===$||l===_?l=b:(l=v,a=void 0);let h=l===v&&e[t+1].startsWith("/>")?" ":"";i+=l===b?u+c:p>=0?(n.push(s),u.slice(0,p)+o+u.slice(p)+r+h):u+r+(-2===p?t:h)}return[O(e,i+(e[s]||"<?>")+(2===t?"</svg>":3===t?"</math>":"")),n]},P=class e{constructor({strings:t,_$litType$:a},s){let n;this.parts=[];let l=0,c=0,u=t.length-1,g=this.parts,[h,m]=D(t,a);if(this.el=e.createElement(h,s),C.currentNode=this.el.content,2===a||3===a){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;null!==(n=C.nextNode())&&g.length<u;){if(1===n.nodeType){if(n.hasAttributes())for(let e of n.getAttributeNames())if(e.endsWith(o)){let t=m[c++],a=n.getAttribute(e).split(r),s=/([.?@])?(.*)/.exec(t);g.push({type:1,index:l,name:s[2],strings:a,ctor:"."===s[1]?N:"?"===s[1]?I:"@"===s[1]?L:z}),n.removeAttribute(e)}else e.startsWith(r)&&(g.push({type:6,index:l}),n.removeAttribute(e));if(k.test(n.tagName)){let e=n.textContent.split(r),t=e.length-1;if(t>0){n.textContent=i?i.emptyScript:"";for(let a=0;a<t;a++)n.append(e[a],p()),C.nextNode(),g.push({type:2,index:++l});n.append(e[t],p())}}}else if(8===n.nodeType)if(n.data===d)g.push({type:2,index:l});else{let e=-1;for(;-1!==(e=n.data.indexOf(r,e+1));)g.push({type:7,index:l}),e+=r.length-1}l++}}static createElement(e,t){let a=u.createElement("template");return a.innerHTML=e,a}};function H(e,t,a=e,s){if(t===T)return t;let n=void 0!==s?a._$Co?.[s]:a._$Cl,i=g(t)?void 0:t._$litDirective$;return n?.constructor!==i&&(n?._$AO?.(!1),void 0===i?n=void 0:(n=new i(e),n._$AT(e,a,s)),void 0!==s?(a._$Co??=[])[s]=n:a._$Cl=n),void 0!==n&&(t=H(e,n._$AS(e,t.values),n,s)),t}var j=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:a}=this._$AD,s=(e?.creationScope??u).importNode(t,!0);C.currentNode=s;let n=C.nextNode(),i=0,l=0,o=a[0];for(;void 0!==o;){if(i===o.index){let t;2===o.type?t=new q(n,n.nextSibling,this,e):1===o.type?t=new o.ctor(n,o.name,o.strings,this,e):6===o.type&&(t=new U(n,this,e)),this._$AV.push(t),o=a[++l]}i!==o?.index&&(n=C.nextNode(),i++)}return C.currentNode=u,s}p(e){let t=0;for(let a of this._$AV)void 0!==a&&(void 0!==a.strings?(a._$AI(e,a,t),t+=a.strings.length-2):a._$AI(e[t])),t++}},q=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,a,s){this.type=2,this._$AH=E,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=a,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return void 0!==t&&11===e?.nodeType&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=H(this,e,t),g(e)?e===E||null==e||""===e?(this._$AH!==E&&this._$AR(),this._$AH=E):e!==this._$AH&&e!==T&&this._(e):void 0!==e._$litType$?this.$(e):void 0!==e.nodeType?this.T(e):m(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==E&&g(this._$AH)?this._$AA.nextSibling.data=e:this.T(u.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:a}=e,s="number"==typeof a?this._$AC(e):(void 0===a.el&&(a.el=P.createElement(O(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===s)this._$AH.p(t);else{let e=new j(s,this),a=e.u(this.options);e.p(t),this.T(a),this._$AH=e}}_$AC(e){let t=S.get(e.strings);return void 0===t&&S.set(e.strings,t=new P(e)),t}k(t){h(this._$AH)||(this._$AH=[],this._$AR());let a,s=this._$AH,n=0;for(let i of t)n===s.length?s.push(a=new e(this.O(p()),this.O(p()),this,this.options)):a=s[n],a._$AI(i),n++;n<s.length&&(this._$AR(a&&a._$AB.nextSibling,n),s.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=n(e).nextSibling;n(e).remove(),e=t}}setConnected(e){void 0===this._$AM&&(this._$Cv=e,this._$AP?.(e))}},z=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,a,s,n){this.type=1,this._$AH=E,this._$AN=void 0,this.element=e,this.name=t,this._$AM=s,this.options=n,a.length>2||""!==a[0]||""!==a[1]?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=E}_$AI(e,t=this,a,s){let n=this.strings,i=!1;if(void 0===n)e=H(this,e,t,0),i=!g(e)||e!==this._$AH&&e!==T,i&&(this._$AH=e);else{let s,l,o=e;for(e=n[0],s=0;s<n.length-1;s++)l=H(this,o[a+s],t,s),l===T&&(l=this._$AH[s]),i||=!g(l)||l!==this._$AH[s],l===E?e=E:e!==E&&(e+=(l??"")+n[s+1]),this._$AH[s]=l}i&&!s&&this.j(e)}j(e){e===E?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},N=class extends z{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===E?void 0:e}},I=class extends z{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==E)}},L=class extends z{constructor(e,t,a,s,n){super(e,t,a,s,n),this.type=5}_$AI(e,t=this){if((e=H(this,e,t,0)??E)===T)return;let a=this._$AH,s=e===E&&a!==E||e.capture!==a.capture||e.once!==a.once||e.passive!==a.passive,n=e!==E&&(a===E||s);s&&this.element.removeEventListener(this.name,this,a),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},U=class{constructor(e,t,a){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(e){H(this,e)}},B={M:o,P:r,A:d,C:1,L:D,R:j,D:m,V:H,I:q,H:z,N:I,U:L,B:N,F:U},R=s.litHtmlPolyfillSupport;R?.(P,q),(s.litHtmlVersions??=[]).push("3.3.3");var F,G,V,K=(e,t,a)=>{let s=a?.renderBefore??t,n=s._$litPart$;if(void 0===n){let e=a?.renderBefore??null;s._$litPart$=n=new q(t.insertBefore(p(),e),e,void 0,a??{})}return n._$AI(e),n},W=e=>(...t)=>({_$litDirective$:e,values:t}),Z=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,a){this._$Ct=e,this._$AM=t,this._$Ci=a}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:J}=B,Y=e=>e,X=()=>document.createComment(""),Q=(e,t,a)=>{let s=e._$AA.parentNode,n=void 0===t?e._$AB:t._$AA;if(void 0===a){let t=s.insertBefore(X(),n),i=s.insertBefore(X(),n);a=new J(t,i,e,e.options)}else{let t=a._$AB.nextSibling,i=a._$AM,l=i!==e;if(l){let t;a._$AQ?.(e),a._$AM=e,void 0!==a._$AP&&(t=e._$AU)!==i._$AU&&a._$AP(t)}if(t!==n||l){let e=a._$AA;for(;e!==t;){let t=Y(e).nextSibling;Y(s).insertBefore(e,n),e=t}}}return a},ee=(e,t,a=e)=>(e._$AI(t,a),e),te={},ae=(e,t=te)=>e._$AH=t,se=e=>{e._$AR(),e._$AA.remove()},ne=(e,t,a)=>{let s=new Map;for(let n=t;n<=a;n++)s.set(e[n],n);return s},ie=(W(class extends Z{constructor(e){if(super(e),2!==e.type)throw Error("repeat() can only be used in text expressions")}dt(e,t,a){let s;void 0===a?a=t:void 0!==t&&(s=t);let n=[],i=[],l=0;for(let t of e)n[l]=s?s(t,l):l,i[l]=a(t,l),l++;return{values:i,keys:n}}render(e,t,a){return this.dt(e,t,a).values}update(e,[t,a,s]){let n=(e=>e._$AH)(e),{values:i,keys:l}=this.dt(t,a,s);if(!Array.isArray(n))return this.ut=l,i;let o,r,d=this.ut??=[],c=[],u=0,p=n.length-1,g=0,h=i.length-1;for(;u<=p&&g<=h;)if(null===n[u])u++;else if(null===n[p])p--;else if(d[u]===l[g])c[g]=ee(n[u],i[g]),u++,g++;else if(d[p]===l[h])c[h]=ee(n[p],i[h]),p--,h--;else if(d[u]===l[h])c[h]=ee(n[u],i[h]),Q(e,c[h+1],n[u]),u++,h--;else if(d[p]===l[g])c[g]=ee(n[p],i[g]),Q(e,n[u],n[p]),p--,g++;else if(void 0===o&&(o=ne(l,g,h),r=ne(d,u,p)),o.has(d[u]))if(o.has(d[p])){let t=r.get(l[g]),a=void 0!==t?n[t]:null;if(null===a){let t=Q(e,n[u]);ee(t,i[g]),c[g]=t}else c[g]=ee(a,i[g]),Q(e,n[u],a),n[t]=null;g++}else se(n[p]),p--;else se(n[u]),u++;for(;g<=h;){let t=Q(e,c[h+1]);ee(t,i[g]),c[g++]=t}for(;u<=p;){let e=n[u++];null!==e&&se(e)}return this.ut=l,ae(e,c),T}}),W(class extends Z{constructor(e){if(super(e),3!==e.type&&1!==e.type&&4!==e.type)throw Error("The `live` directive is not allowed on child or event bindings");if(!(e=>void 0===e.strings)(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===T||t===E)return t;let a=e.element,s=e.name;if(3===e.type){if(t===a[s])return T}else if(4===e.type){if(!!t===a.hasAttribute(s))return T}else if(1===e.type&&a.getAttribute(s)===t+"")return T;return ae(e),t}})),le=Symbol.for("preact-signals");function oe(){if(ce>1)return void ce--;let e,t=!1;for(function(){let e=de;for(de=void 0;void 0!==e;){let t=e.S;if(t.v===e.v)for(let a=t.t;void 0!==a;a=a.x)a.i===e.i&&(a.i=t.i);e=e.o}}();void 0!==V;){let a=V;for(V=void 0,ue++;void 0!==a;){let s=a.u;if(a.u=void 0,a.f&=-3,!(8&a.f)&&fe(a))try{a.c()}catch(a){t||(e=a,t=!0)}a=s}}if(ue=0,ce--,t)throw e}function re(e){let t=F,a=G;F=void 0,G=void 0;try{return e()}finally{F=t,G=a}}var de,ce=0,ue=0,pe=0;function ge(e){if(void 0===F)return;let t=e.n;return void 0===t||t.t!==F?(t={i:0,S:e,p:F.s,n:void 0,t:F,e:void 0,x:void 0,r:t},void 0!==F.s&&(F.s.n=t),F.s=t,e.n=t,32&F.f&&e.S(t),t):-1===t.i?(t.i=0,void 0!==t.n&&(t.n.p=t.p,void 0!==t.p&&(t.p.n=t.n),t.p=F.s,t.n=void 0,F.s.n=t,F.s=t),t):void 0}function he(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}function me(e,t){return new he(e,t)}function fe(e){for(let t=e.s;void 0!==t;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function be(e){for(let t=e.s;void 0!==t;t=t.n){let a=t.S.n;if(void 0!==a&&(t.r=a),t.S.n=t,t.i=-1,void 0===t.n){e.s=t;break}}}function $e(e){let t,a=e.s;for(;void 0!==a;){let e=a.p;-1===a.i?(a.S.U(a),void 0!==e&&(e.n=a.n),void 0!==a.n&&(a.n.p=e)):t=a,a.S.n=a.r,void 0!==a.r&&(a.r=void 0),a=e}e.s=t}function _e(e,t){he.call(this,void 0,t),this.x=e,this.s=void 0,this.g=pe-1,this.f=4}function ve(e){let t=e.j;if(e.j=void 0,"function"==typeof t){ce++;let a=F;F=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,ye(e),t}finally{F=a,oe()}}}function ye(e){for(let t=e.s;void 0!==t;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,ve(e)}function we(e){if(F!==this)throw new Error("Out-of-order effect");$e(this),F=e,this.f&=-2;try{8&this.f&&ye(this)}finally{oe()}}function ke(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,G&&G.push(this)}function xe(e,t){let a=new ke(e,t);try{a.c()}catch(e){throw a.d(),e}let s=a.d.bind(a);return s[Symbol.dispose]=s,s}function Me(e,t,a){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");xe(()=>{let s=t();re(()=>a?.before?.()),K(s,e),re(()=>a?.after?.())})}he.prototype.brand=le,he.prototype.h=function(){return!0},he.prototype.S=function(e){let t=this.t;t!==e&&void 0===e.e&&(e.x=t,this.t=e,void 0!==t?t.e=e:re(()=>{var e;null==(e=this.W)||e.call(this)}))},he.prototype.U=function(e){if(void 0!==this.t){let t=e.e,a=e.x;void 0!==t&&(t.x=a,e.e=void 0),void 0!==a&&(a.e=t,e.x=void 0),e===this.t&&(this.t=a,void 0===a&&re(()=>{var e;null==(e=this.Z)||e.call(this)}))}},he.prototype.subscribe=function(e){return xe(()=>{let t=this.value;re(()=>e(t))},{name:"sub"})},he.prototype.valueOf=function(){return this.value},he.prototype.toString=function(){return this.value+""},he.prototype.toJSON=function(){return this.value},he.prototype.peek=function(){return re(()=>this.value)},Object.defineProperty(he.prototype,"value",{get(){let e=ge(this);return void 0!==e&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(ue>100)throw new Error("Cycle detected");t=this,0!==ce&&0===ue&&0!==t.l&&(t.l=0,de={S:t,v:t.v,i:t.i,o:de}),this.v=e,this.i++,pe++,ce++;try{for(let e=this.t;void 0!==e;e=e.x)e.t.N()}finally{oe()}}var t}}),_e.prototype=new he,_e.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if(32==(36&this.f)||(this.f&=-5,this.g===pe))return!0;if(this.g=pe,this.f|=1,this.i>0&&!fe(this))return this.f&=-2,!0;let e=F;try{be(this),F=this;let e=this.x();(16&this.f||this.v!==e||0===this.i)&&(this.v=e,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return F=e,$e(this),this.f&=-2,!0},_e.prototype.S=function(e){if(void 0===this.t){this.f|=36;for(let e=this.s;void 0!==e;e=e.n)e.S.S(e)}he.prototype.S.call(this,e)},_e.prototype.U=function(e){if(void 0!==this.t&&(he.prototype.U.call(this,e),void 0===this.t)){this.f&=-33;for(let e=this.s;void 0!==e;e=e.n)e.S.U(e)}},_e.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;void 0!==e;e=e.x)e.t.N()}},Object.defineProperty(_e.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=ge(this);if(this.h(),void 0!==e&&(e.i=this.i),16&this.f)throw this.v;return this.v}}),ke.prototype.c=function(){let e=this.S();try{if(8&this.f||void 0===this.x)return;let e=this.x();"function"==typeof e&&(this.j=e)}finally{e()}},ke.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,ve(this),be(this),ce++;let e=F;return F=this,we.bind(this,e)},ke.prototype.N=function(){2&this.f||(this.f|=2,this.u=V,V=this)},ke.prototype.d=function(){this.f|=8,1&this.f||ye(this)},ke.prototype.dispose=function(){this.d()};var Ae={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),a=JSON.parse(e.content);for(let[e,s]of Object.entries(a))Ae[`${t}.${e}`]=s}var Te=document.documentElement.lang||"zh-CN",Ee=new Intl.PluralRules(Te);function Se(e,t){let a=Ae[e]??e;return t?a.replace(/\{(\w+)\}/g,(e,a)=>String(t[a]??e)):a}function Ce(e,t,a){let s=`${e}.${Ee.select(t)}`;return Se(s in Ae?s:`${e}.other`,{count:t,...a})}var Oe={inbox:A`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:A`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:A`<path d="M20 6 9 17l-5-5"/>`,"check-check":A`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:A`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":A`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:A`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":A`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":A`<path d="m6 9 6 6 6-6"/>`,"chevron-left":A`<path d="m15 18-6-6 6-6"/>`,"chevron-right":A`<path d="m9 18 6-6-6-6"/>`,"arrow-up":A`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":A`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:A`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:A`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":A`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:A`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:A`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:A`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":A`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:A`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":A`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":A`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":A`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:A`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":A`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:A`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":A`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:A`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:A`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":A`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:A`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:A`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":A`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":A`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:A`<circle cx="12" cy="12" r="10"/>`,"circle-check":A`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":A`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":A`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":A`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:A`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":A`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":A`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:A`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:A`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":A`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:A`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:A`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,play:A`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:A`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:A`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:A`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":A`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,download:A`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,mic:A`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":A`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":A`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":A`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":A`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:A`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":A`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:A`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:A`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:A`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:A`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:A`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":A`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":A`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":A`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},De=(e,t=16)=>M`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Oe[e]}</svg>`,Pe=/[\u3400-\u9fff\uf900-\ufaff]/;function He(e){let t=e.trim().split(/\s+/),a=t.at(-1);if(Pe.test(a))return[...a].at(-1)??"";let s=[...t[0]][0]??"";return(t.length>1?s+([...a][0]??""):s).toUpperCase()}var je=(e,t="")=>e.picture?M`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:M`<span class="avatar ${t} tint-${function(e){let t=0;for(let a of e)t=31*t+a.codePointAt(0)>>>0;return t%6+1}(e.id)}" aria-hidden="true"
    >${"tiny"===t?[...He(e.name)][0]:He(e.name)}</span
  >`,qe=(M`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`,typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform)),ze={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},Ne=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),Ie=/^\p{L}$/u;function Le(e,t=qe){if(e.isComposing||229===e.keyCode||Ne.has(e.key))return null;let a=e.getModifierState?.("AltGraph")??!1,s=t?e.metaKey:e.ctrlKey&&!a;if(t?e.ctrlKey:e.metaKey)return null;let{key:n}=e,i=/^Key([A-Z])$/.exec(e.code??"");1===n.length&&n.charCodeAt(0)>127&&i&&(n=i[1]);let l=Ie.test(n),o=n.length>1||" "===n,r=[];return s&&r.push("mod"),e.altKey&&!a&&r.push("Alt"),e.shiftKey&&(l||o)&&r.push("Shift"),r.push(l?n.toLowerCase():n),r.join("+")}function Ue(e){let t=e.trim().split(/ +/).filter(Boolean);if(0===t.length||t.length>2)return null;let a=t.map(e=>{let t=e.split("+"),a=e.endsWith("+")?"+":t.at(-1),s=t.slice(0,e.endsWith("+")?-2:-1).map(e=>e.toLowerCase());if(!s.every(e=>["mod","alt","shift"].includes(e)))return null;let n=Ie.test(a)?a.toLowerCase():a.length>1?a[0].toUpperCase()+a.slice(1):a;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([e,t])=>s.includes(e)?[t]:[]),n].join("+")});return a.every(Boolean)?a.join(" "):null}function Be(e,t=qe){return e?e.split(" ").flatMap(e=>("+"===e?["+"]:e.split("+")).map(e=>"mod"===e?t?"⌘":"Ctrl":"Shift"===e?t?"⇧":"Shift":"Alt"===e?t?"⌥":"Alt":ze[e]??(1===e.length?e.toUpperCase():e))):[]}var Re=[],Fe=0;function Ge(e){let t=Fe+=1;return history[history.state?.layer&&!Re.some(e=>e.id===history.state.layer)?"replaceState":"pushState"]({...history.state,layer:t},""),Re.push({id:t,close:e}),()=>{let e=Re.findIndex(e=>e.id===t);e<0||(Re.splice(e,1),setTimeout(()=>{history.state?.layer===t&&history.back()}))}}var Ve=null,Ke=null,We=null;function Ze(e){let t=M`${e.mark?M`<span class="menu-mark">${e.mark}</span>`:E}<span class="menu-label"
      >${e.label}</span
    >${e.hint?M`<span class="menu-hint">${e.hint}</span>`:E}${e.checked?M`<span class="menu-check">${De("check")}</span>`:E}`;if(e.href)return M`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let a=()=>{Ye(),e.run?.()};return void 0===e.checked?M`<button class="menu-item" role="menuitem" tabindex="-1" @click=${a}>${t}</button>`:M`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${a}>
        ${t}
      </button>`}function Je(e){let t=[...Ve?.querySelectorAll(".menu-item")??[]],a=t.indexOf(document.activeElement),s={ArrowDown:a+1,ArrowUp:a-1,Home:0,End:t.length-1}[e.key];if("Tab"===e.key)return Ye();void 0!==s&&(e.preventDefault(),t[(s+t.length)%t.length]?.focus())}function Ye(){Ve?.matches(":popover-open")&&Ve.hidePopover()}function Xe(e,t,a,s={}){if(Ve?.matches(":popover-open")){let t=Ke===e;if(Ye(),t)return}Ve||((Ve=document.createElement("div")).className="menu",Ve.popover="auto",Ve.addEventListener("keydown",Je),Ve.addEventListener("toggle",e=>{"closed"===e.newState&&(We?.(),We=null,Ke?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||Ve?.contains(document.activeElement))&&Ke?.focus(),Ke=null)}),(document.querySelector("main")??document.body).append(Ve));let n=Ve;Ke=e,K(M`${s.head??E}
      <div role="menu" aria-label=${t}>
        ${a.filter(e=>e.items.length>0).map(e=>M`<div class="menu-group" role="group" aria-label=${e.label??t}>
              ${e.label?M`<div class="menu-head" aria-hidden="true">${e.label}</div>`:E}
              ${e.items.map(Ze)}
            </div>`)}
      </div>`,n),e.setAttribute("aria-expanded","true"),n.showPopover(),matchMedia("(max-width: 720px)").matches&&(We=Ge(Ye)),function(e,t,a){let{width:s,height:n}=e.getBoundingClientRect(),i=Math.max(8,Math.min(t.left,innerWidth-s-8)),l=t.bottom+6,o=a||l+n>innerHeight-8?Math.max(8,t.top-6-n):l;e.style.setProperty("left",`${i}px`),e.style.setProperty("top",`${o}px`)}(n,e.getBoundingClientRect(),s.above??!1),(n.querySelector('[aria-checked="true"]')??n.querySelector(".menu-item"))?.focus()}var Qe=["online","away","offline"],et=["auto","light","dark"],tt={auto:"sun-moon",light:"sun",dark:"moon"},at=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}],st=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),nt=new Set(["back","open","send","undo_send"]),it="none";function lt(e,t={}){let a=new Map,s=new Map,n=Object.entries(t).filter(([t])=>t in e&&!nt.has(t));for(let[e,t]of n){let n=t===it?"":Ue(t);null===n||n&&a.has(n)||(n&&a.set(n,e),s.set(e,n))}for(let[t,{key:n}]of Object.entries(e)){let e=n&&Ue(n);s.has(t)||!e||a.has(e)||(a.set(e,t),s.set(t,e))}let i=new Set([...a.keys()].filter(e=>e.includes(" ")).map(e=>e.split(" ")[0]));return{keyOf:e=>s.get(e)??"",actionOf:e=>a.get(e)??null,opens:e=>i.has(e),against(e,t){let s=Ue(t);if(!s)return{problem:"malformed"};if(st.has(s)||st.has(s.split(" ")[0]))return{problem:"reserved"};let n=a.get(s);return n&&n!==e?nt.has(n)?{problem:"reserved"}:{problem:"taken",by:n}:i.has(s)||s.includes(" ")&&a.has(s.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(t=>e[t].key&&!s.get(t))}}function ot(e,t,a,s){let n={...t},i=null===s?Ue(e[a].key):Ue(s)||"";null===s?delete n[a]:n[a]=i||it;let l=lt(e,t),o=i?l.actionOf(i):null;return o&&o!==a&&(n[o]=it),Object.fromEntries(Object.entries(n).filter(([t,a])=>t in e&&a!==(Ue(e[t].key)??it)))}var rt=(e,t)=>0===t||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function dt(e,t){let a=-1;for(let s=t.indexOf(e);s>=0;s=t.indexOf(e,s+1))if(a<0&&(a=s),rt(t,s)){a=s;break}if(a>=0)return{score:(0===a?e.length===t.length?100:60:rt(t,a)?40:20)-a/100,spans:[[a,a+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let s=[[a,a+1]],n=a;for(let a of e.slice(1)){let e=t.indexOf(a,n+1);if(!(e>=0&&(e-n<=4||rt(t,e)))){s.length=0;break}let i=s[s.length-1];e===i[1]?i[1]+=1:s.push([e,e+1]),n=e}if(s.length)return{score:5-s.length/10,spans:s}}return null}function ct(e,t,a=""){let s=e.toLowerCase().split(/\s+/).filter(Boolean),n=t.toLowerCase(),i=a.toLowerCase(),l=0,o=[];for(let e of s){let t=dt(e,n);if(t)l+=t.score,o.push(...t.spans);else{if(!i.includes(e))return null;l+=1}}return{score:l,spans:ut(o)}}function ut(e){let t=[];for(let[a,s]of e.sort((e,t)=>e[0]-t[0])){let e=t[t.length-1];e&&a<=e[1]?e[1]=Math.max(e[1],s):t.push([a,s])}return t}var pt=["selection","conversation","assign","view","recent","settings","desk"];function gt({shown:e,answered:t,subject:a,closed:s,close:n,at:i,query:l,onKey:o,list:r}){return{view:()=>{if(!e.value)return E;let{flat:d}=t.value,c=re(a);return M`<dialog
        class="palette"
        id="palette"
        aria-label=${Se("palette.title")}
        @close=${s}
        @click=${e=>e.target===e.currentTarget&&n()}
      >
        <div class="palette-field">
          ${c?M`<span class="palette-chip">${c}</span>`:M`<span class="palette-lens">${De("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${d.length?`palette-${i.value}`:E}
            aria-label=${c?Se("palette.label_about",{subject:c}):Se("palette.label")}
            placeholder=${Se("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${e=>{l.value=e.target.value,i.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${o}
          />
          <button class="palette-esc" type="button" aria-label=${Se("palette.close")} @click=${n}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${De("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${Se("palette.results")}>${r()}</div>
        ${d.length?E:M`<p class="palette-none">${Se("palette.nothing",{query:l.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${Se("palette.key_move")}</span><span><kbd>↵</kbd>${Se("palette.key_run")}</span
            ><span><kbd>${qe?"⌘↵":"Ctrl ↵"}</kbd>${Se("palette.key_next")}</span></span
          >
          <span role="status">${Ce("palette.count",d.length)}</span>
        </div>
      </dialog>`}}}var ht=["mine","unassigned","open","waiting","snoozed","closed","mentions"],mt=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],ft=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"canned",group:"answering",label:"settings.canned",keywords:"settings.find_canned",manage:!1},{id:"labels",group:"answering",label:"settings.labels",keywords:"settings.find_labels",manage:!1},{id:"blocks",group:"answering",label:"settings.blocks",keywords:"settings.find_blocks",manage:!1},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],bt=e=>ft.filter(t=>!t.manage||"agent"!==e),$t=6e4,_t=60*$t,vt=24*_t,yt=new Intl.DateTimeFormat(Te,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),wt=new Intl.DateTimeFormat(Te,{weekday:"short"}),kt=(new Intl.DateTimeFormat(Te,{weekday:"long"}),new Intl.DateTimeFormat(Te,{day:"numeric",month:"zh-CN"===Te?"long":"short"})),xt=new Intl.DateTimeFormat(Te,{day:"numeric",month:"short",year:"numeric"}),Mt=(new Intl.DateTimeFormat(Te,{month:"zh-CN"===Te?"short":"long"}),new Intl.DateTimeFormat(Te,{year:"numeric"}),new Intl.DateTimeFormat(Te,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"}));function At(e,t){let a=Math.max(0,t-Date.parse(e));return a<$t?Se("common.now"):a<_t?Se("common.minutes",{count:Math.floor(a/$t)}):a<vt?Se("common.hours",{count:Math.floor(a/_t)}):Se("common.days",{count:Math.floor(a/vt)})}function Tt(e,t){let a=new Date(e),s=function(e,t){let a=e=>new Date(e.getFullYear(),e.getMonth(),e.getDate()).getTime();return Math.round((a(new Date(t))-a(e))/vt)}(a,t);return s<=0?yt.format(a):1===s?Se("common.yesterday"):s<7?wt.format(a):a.getFullYear()===new Date(t).getFullYear()?kt.format(a):xt.format(a)}new Intl.DateTimeFormat(Te,{dateStyle:"long",timeStyle:"short",hourCycle:"h23"});var Et=e=>Mt.format(new Date(e)),St=["image/png","image/jpeg","image/webp"],Ct=122880,Ot={search:A`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:A`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:A`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:A`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:A`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:A`<path d="M20 6 9 17l-5-5"/>`,done:A`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:A`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:A`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:A`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:A`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:A`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:A`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:A`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:A`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:A`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:A`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:A`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:A`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,more:A`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,plus:A`<path d="M5 12h14"/><path d="M12 5v14"/>`,lock:A`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,x:A`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:A`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:A`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:A`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:A`<path d="m18 15-6-6-6 6"/>`,down:A`<path d="m6 9 6 6 6-6"/>`,sun:A`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:A`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:A`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:A`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:A`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":A`<path d="m15 18-6-6 6-6"/>`,"chevron-right":A`<path d="m9 18 6-6-6-6"/>`},Dt=(e,t=16)=>M`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Ot[e]}</svg>`,Pt={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",blocks:"lock",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function Ht({at:e,save:t,isMac:a,open:s,shown:n}){function i(t){let a=e.page?.tabs??[],s=a.findIndex(t=>t.id===e.page?.tab),n={ArrowRight:s+1,ArrowLeft:s-1,Home:0,End:a.length-1}[t.key];if(void 0===n)return;t.preventDefault();let i=a[(n+a.length)%a.length];e.page?.choose?.(i.id),requestAnimationFrame(()=>document.getElementById(`tab-${i.id}`)?.focus())}return()=>{if(!e.page)return E;let l=s.find(e=>e.id===n),o=e.page.form;return M`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${Se("common.back")}>${Dt("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${l?Se(l.label):""}</h1>
          ${e.page.status?.()??E}
        </header>
        ${e.page.tabs?M`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${i}>
              ${e.page.tabs.map(t=>M`<button
                    type="button"
                    role="tab"
                    id="tab-${t.id}"
                    aria-controls="page-body"
                    aria-selected=${t.id===e.page?.tab}
                    tabindex=${t.id===e.page?.tab?0:-1}
                    @click=${()=>e.page?.choose?.(t.id)}
                  >
                    ${t.label}
                  </button>`)}
            </div>`:E}
        <div
          class="page-body"
          id="page-body"
          role=${e.page.tabs?"tabpanel":E}
          aria-labelledby=${e.page.tabs?`tab-${e.page.tab}`:E}
          tabindex="0"
        >
          <div class="page-content">
            ${"failed"===o?.phase?M`<p class="page-failed" role="alert">
                  ${Se("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>o.load()}>${Se("common.retry")}</button>
                </p>`:"loading"===o?.phase?M`<p class="page-loading" role="status">${Se("common.loading")}</p>`:e.page.body()}
          </div>
        </div>
        ${(()=>{let s=e.page?.form;if("ready"!==s?.phase)return E;let n=s.changes.length,i=Object.keys(s.errors).length,l=e.page?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return M`<footer class="page-bar" data-changes=${n}>
      <p role="status">
        ${i?M`<span class="bad">${Ce("settings_frame.wrong",i)}</span>`:n?Ce(l.changes,n):Se("settings_frame.all_saved")}
      </p>
      ${n?M`<button type="button" class="button quiet" @click=${()=>s.revert()}>${Se("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${s.busy} @click=${t}>
              ${Se(l.save)}<kbd class="no-phone" aria-hidden="true">${a?"⌘":"Ctrl "}S</kbd>
            </button>`:E}
    </footer>`})()}
      </section>
      ${e.page.aside&&"loading"!==o?.phase&&"failed"!==o?.phase?e.page.aside():E}`}}var jt=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function qt(e,t){let a=e.errors[t];return M`<p class="field-error" id="${jt(t)}-error" role="alert">${a??""}</p>`}var zt=(e,t,a)=>M`<div class="set-label"><label for=${t}>${e}</label>${a?M`<span class="field-hint">${a}</span>`:E}</div>`;function Nt(e,t,a){let s=jt(t);return M`<div class="set-field">
    ${zt(a.label,s,a.note)}
    <div class="set-box">
      <input
        id=${s}
        class="input ${a.mono?"mono":""}"
        type=${a.type??"text"}
        placeholder=${a.placeholder??E}
        maxlength=${a.max??E}
        autocomplete=${a.autocomplete??"off"}
        inputmode=${a.inputmode??E}
        ?disabled=${a.disabled??!1}
        aria-invalid=${e.errors[t]?"true":E}
        aria-describedby="${s}-hint ${s}-error"
        .value=${ie(e.get(t)??"")}
        @input=${a=>e.set(t,a.target.value)}
      />${a.tail??E}
    </div>
    <p class="field-hint" id="${s}-hint">${a.hint??E}</p>
    ${qt(e,t)}
  </div>`}function It(e,t,a){let s=jt(t);return M`<div class="set-field">
    ${zt(a.label,s,a.note)}
    <textarea
      id=${s}
      class="input area ${a.mono?"mono":""}"
      rows=${a.rows??3}
      placeholder=${a.placeholder??E}
      maxlength=${a.max??E}
      aria-invalid=${e.errors[t]?"true":E}
      aria-describedby="${s}-hint ${s}-error"
      .value=${ie(e.get(t)??"")}
      @input=${a=>e.set(t,a.target.value)}
    ></textarea>
    <p class="field-hint" id="${s}-hint">${a.hint??E}</p>
    ${qt(e,t)}
  </div>`}var Lt=(e,t,a,s,n)=>M`<span class="select"
    ><select id=${e} aria-label=${n??E} @change=${e=>s(e.target.value)}>
      ${t.map(e=>M`<option value=${e.value} ?selected=${ie(e.value===a)}>${e.label}</option>`)}
    </select></span
  >`,Ut=(e,t,a,s,n=!1)=>M`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${ie(e)}
        ?disabled=${n}
        @change=${e=>t(e.target.checked)}
      /><span>${a}</span></label
    >
    ${s?M`<p class="field-hint">${s}</p>`:E}
  </div>`,Bt=(e,t,a,s)=>Ut(!!e.get(t),a=>e.set(t,a),a,s),Rt=(e,t,a,s)=>M`<div class="segments" role="group" aria-label=${e}>
    ${t.map(e=>M`<button
          type="button"
          class="segment"
          aria-pressed=${e.value===a}
          aria-label=${e.title??E}
          title=${e.title??E}
          @click=${()=>s(e.value)}
        >
          ${e.label}
        </button>`)}
  </div>`,Ft=(e,t,a,s)=>M`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${a?M`<p>${a}</p>`:E}
      </div>
      ${s??E}
    </div>
    ${t}
  </section>`,Gt=(e,t,a)=>M`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${ie(t)}
    @input=${e=>a(e.target.value)}
    @change=${e=>a(function(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[a,s]=[Number(t[1]),Number(t[2]??0)];return a>24||s>59||24===a&&s>0?e:`${String(a).padStart(2,"0")}:${String(s).padStart(2,"0")}`}(e.target.value))}
  />`;function Vt(e,t,a){return M`<div class="code" role="group" aria-label=${a??E}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async t=>{let a=t.currentTarget,s=a.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let e=a.parentElement?.querySelector("code");return void(e&&getSelection()?.selectAllChildren(e))}s.textContent=Se("settings_frame.copied"),setTimeout(()=>s.textContent=Se("common.copy"),2e3)}}>
      ${Dt("copy",14)}<span class="copy-label" aria-live="polite">${Se("common.copy")}</span>
    </button></div
  >`}function Kt(e,t){let a={phase:"loading",value:null,async load(){null===a.value&&(a.phase="loading");try{a.value=await e(),a.phase="ready"}catch{null===a.value&&(a.phase="failed")}t()},view:e=>null!==a.value?e(a.value):"loading"===a.phase?M`<p class="page-loading" role="status">${Se("common.loading")}</p>`:M`<p class="page-failed" role="alert">
        ${Se("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>a.load()}>${Se("common.retry")}</button>
      </p>`};return a}var Wt=["1","7","30","0"];function Zt({draft:e,call:t,say:a,nameOf:s,loaded:n,failed:i,changed:l,toggle:o}){let r=async o=>{if(o.preventDefault(),e.busy)return;e.busy=!0;let r=Number(e.days),d=r?new Date(Date.now()+864e5*r).toISOString():null;try{let i=await t("POST","/blocks",{address:e.address.trim(),reason:e.reason.trim()||null,until:d});Object.assign(e,{open:!1,address:"",reason:"",wrong:""}),a(Se("settings_blocks.added",{name:s(i)})),await n.load()}catch(t){let{code:a,field:s}=t;"invalid"===a&&"address"===s?e.wrong="settings_blocks.address_wrong":"block_limit"===a?e.wrong="settings_blocks.full":i(t)}e.busy=!1,l()};return()=>M`<form class="set-stack" novalidate @submit=${r}>
    <div class="set-columns">
      <div class="set-field">
        <div class="set-label"><label for="block-address">${Se("settings_blocks.address")}</label></div>
        <input
          id="block-address"
          class="input mono"
          autocomplete="off"
          placeholder="203.0.113.7"
          aria-invalid=${e.wrong?"true":E}
          aria-describedby="block-wrong block-hint"
          .value=${ie(e.address)}
          @input=${t=>Object.assign(e,{address:t.target.value,wrong:""})}
        />
        <p class="field-hint" id="block-hint">${Se("settings_blocks.address_hint")}</p>
        <p class="field-error" id="block-wrong" role="alert">${e.wrong?Se(e.wrong):""}</p>
      </div>
      <div class="set-field">
        <div class="set-label"><label for="block-reason">${Se("settings_blocks.reason")}</label></div>
        <input
          id="block-reason"
          class="input"
          autocomplete="off"
          maxlength=${200}
          .value=${ie(e.reason)}
          @input=${t=>e.reason=t.target.value}
        />
      </div>
    </div>
    <div class="set-actions">
      ${Lt("block-days",Wt.map(e=>({value:e,label:Se(`settings_blocks.days_${e}`)})),e.days,t=>e.days=t,Se("settings_blocks.for"))}
      <button class="button quiet" type="button" @click=${o}>${Se("settings_frame.cancel")}</button>
      <button class="button primary" type="submit" aria-busy=${e.busy}>${Se("settings_blocks.block")}</button>
    </div>
  </form>`}var Jt=["contact.name","contact.email","agent.name","shop.name","page.title"],Yt=new Intl.NumberFormat(Te),Xt=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Qt(e){let t=0,a=e;for(;a>=1e3&&t<Xt.length-1;)a/=1e3,t+=1;return new Intl.NumberFormat(Te,{style:"unit",unit:Xt[t],unitDisplay:"short",maximumFractionDigits:a<10&&t>0?1:0}).format(a)}var ea=e=>new Promise(t=>setTimeout(t,e)),ta=Date.UTC(2026,0,1);function aa(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(ta).find(e=>"timeZoneName"===e.type)?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function sa(e,t,a){let s=e.replaceAll("_"," "),n=aa(e,t);return n?a("zone.name",{name:n===aa("Asia/Shanghai",t)?a("zone.china"):n,id:s}):s}function na(e,t,a){try{return new Intl.DateTimeFormat(a,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function ia(e,t){let a=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),s=e=>Number(a.find(t=>t.type===e)?.value);return Date.UTC(s("year"),s("month")-1,s("day"))/864e5}var la=e=>null!==e&&"object"==typeof e&&!Array.isArray(e);function oa(e,t,a=""){return la(e)&&la(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(s=>oa(e[s],t[s],a?`${a}.${s}`:s)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[a]}var ra=e=>structuredClone(e);function da({read:e,write:t,check:a,refused:s,changed:n}){let i={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},l=e=>{i.saved=e,i.draft=ra(e),i.errors={},i.phase="ready",n()};return Object.defineProperties(i,Object.getOwnPropertyDescriptors({async load(){i.phase="loading",n();try{l(await e())}catch{i.phase="failed",n()}},set(e,t){let a=e.split("."),s=a.pop();a.reduce((e,t)=>e[t]??={},i.draft)[s]=t,delete i.errors[e],n()},get:e=>((e,t)=>t.split(".").reduce((e,t)=>e?.[t],e))(i.draft,e),get changes(){return"ready"===i.phase?oa(i.saved,i.draft):[]},revert(){i.draft=ra(i.saved),i.errors={},n()},async save(){if(i.busy||"ready"!==i.phase)return!1;if(i.errors=a?.(i.draft)??{},Object.keys(i.errors).length>0)return n(),!1;i.busy=!0,n();try{let e=await t(i.draft,oa(i.saved,i.draft));return l(e),!0}catch(e){if(i.errors=s?.(e)??{},0===Object.keys(i.errors).length)throw e;return!1}finally{i.busy=!1,n()}}})),i}var ca=[1,2,3,4,5,6,7],ua={opens:"09:00",closes:"18:00"},pa=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,ga=e=>({always:e.always,week:ca.flatMap(t=>e.days[t].map(({opens:e,closes:a})=>({day:t,opens:e,closes:a}))),holidays:e.holidays.map(({date:e,name:t,closed:a,opens:s,closes:n})=>({date:e,name:t.trim(),opens:a?null:s,closes:a?null:n})).sort((e,t)=>e.date.localeCompare(t.date))}),ha=e=>pa.test(e),ma=({opens:e,closes:t})=>ha(e)&&ha(t)&&t<=e,fa=new Intl.DateTimeFormat(Te,{weekday:"long",timeZone:"UTC"}),ba=ca.map(e=>fa.format(new Date(Date.UTC(2026,0,4+e)))),$a=[1,2,3,4,6],_a={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},va=["pointerdown","keydown","touchend"];function ya(e,t,a){let s=e.currentTime+.02+t.at,n=s+t.for;for(let[i,l,o]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let r=e.createOscillator(),d=e.createGain(),c=Math.max(1e-4,.22*l*a*(t.loud??1));r.frequency.value=t.hz*i,d.gain.setValueAtTime(1e-4,s),d.gain.exponentialRampToValueAtTime(c,s+.008),d.gain.exponentialRampToValueAtTime(1e-4,s+(n-s)*o),r.connect(d).connect(e.destination),r.start(s),r.stop(n)}}var wa={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"enter",undo_send_s:2};function ka(e){let t=e?.notifications??{};return{...wa,...e,notifications:{...wa.notifications,...t,...Object.fromEntries(["new","assigned","message","mention"].map(e=>[e,{...wa.notifications[e],...t[e]}]))},quiet:{...wa.quiet,...e?.quiet},keys:{...e?.keys}}}function xa({desk:e,ui:t,list:a,composer:s,open:n,back:i,perform:l,closeNext:o,assign:r,snooze:d,label:c}){let u=()=>!!e.openId,p=()=>a.aimed?e.book.rows.get(a.aimed):e.row,g=()=>!!p()||e.selection.size>0,h=()=>!!p()&&0===e.selection.size,m=()=>h()?"closed"===p()?.state:"closed"===e.list.view,f={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>a.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>a.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let e=a.focused,t=document.activeElement;t instanceof HTMLElement&&t.matches("a, button, summary")?t.click():e&&n(e)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:u,run:()=>s.choose("reply")},attach:{label:"thread.tool_attach",key:"f",group:"write",icon:"paperclip",when:u,run:()=>s.attach()},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:u,run:()=>s.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:g,run:()=>l("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:g,run:r},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:g,run:()=>l(m()?"reopen":"close")},close_next:{label:"inbox.close_next",key:"Shift+e",group:"conversation",icon:"check",when:()=>h()&&!m(),run:o},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:u,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:u,run:()=>s.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let t=e.undoSend();t&&s.choose(t)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>g()&&!m(),run:d},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:g,run:c},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>a.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>a.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>a.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:i}};return ht.forEach((e,t)=>{f[`view_${e}`]={label:`inbox.view_${e}`,key:String(t+1),group:"view",icon:"inbox",run:()=>a.showView(e)}}),f}function Ma({desk:e,ui:t,availability:a,palette:s,inbox:n,theme:i,language:l,signOut:o}){let r=t=>({label:`palette.state_${t}`,key:"",group:"desk",when:()=>e.agent.availability!==t,run:()=>a(t)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:s},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:n},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>i(("auto"===t.theme.value?matchMedia("(prefers-color-scheme: dark)").matches:"dark"===t.theme.value)?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>"auto"!==t.theme.value,run:()=>i("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>l("en"===Te?"zh-CN":"en")},online:{...r("online"),icon:"circle-check"},away:{...r("away"),icon:"clock"},offline:{...r("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>o(!1)}}}var Aa=["move","conversation","write","select","view","go","desk"];function Ta(e,t){let a={desk:{},ui:{},list:{},composer:{}},s={...xa(a),...Ma(a)},n=null,i=[],l=null,o=null,r=e=>Se(s[e].label),d=()=>{clearTimeout(l),n=null,i=[],t()},c=()=>{let a=n,l=i.join(" "),c=lt(s,e.get("keys")).against(a,l);if(d(),c&&"taken"!==c.problem)return o={id:a,text:Se(`settings_notices.key_${c.problem}`,{key:Be(l).join(" ")})},t();o=c?.by?{id:a,text:Se("settings_notices.key_taken",{action:r(c.by)})}:null,e.set("keys",ot(s,e.get("keys"),a,l))},u=a=>{if(!n)return;if("Tab"===a.key||(a.preventDefault(),a.stopPropagation(),"Escape"===a.key))return d();if("Backspace"===a.key||"Delete"===a.key){let t=n;return d(),e.set("keys",ot(s,e.get("keys"),t,""))}let o=Le(a);if(o){if(i.push(o),clearTimeout(l),2===i.length||o.includes("+"))return c();l=setTimeout(c,900),t()}};return()=>{let a=lt(s,e.get("keys")),l=e.get("keys");return M`${Aa.map(c=>{let p=Object.keys(s).filter(e=>s[e].group===c&&!nt.has(e));return 0===p.length?E:Ft(Se(`keys.group_${c}`),M`<ul class="key-rows">
          ${p.map(c=>{let p=n===c,g=a.keyOf(c);return M`<li class="key-row" data-action=${c}>
              <span>${r(c)}</span>
              <button
                type="button"
                class="key-button ${p?"waiting":""}"
                aria-label=${p?Se("settings_notices.press"):Se("settings_notices.change_key",{action:r(c),key:Be(g).join(" ")||Se("settings_notices.no_key")})}
                aria-pressed=${p}
                @click=${()=>{n=p?null:c,i=[],o=null,t()}}
                @keydown=${u}
                @blur=${()=>p&&d()}
              >
                ${p?M`<span>${i.length?Be(i.join(" ")).map(e=>M`<kbd>${e}</kbd>`):Se("settings_notices.press")}</span>`:g?Be(g).map(e=>M`<kbd>${e}</kbd> `):M`<span class="thing-about">${Se("settings_notices.no_key")}</span>`}
              </button>
              ${c in l?M`<button type="button" class="text-button" aria-label=${Se("settings_notices.reset_one",{action:r(c)})} @click=${()=>e.set("keys",ot(s,l,c,null))}>${Se("settings_notices.reset")}</button>`:M`<span></span>`}
              ${o?.id===c?M`<p class="field-hint key-said" role="status">${o.text}</p>`:E}
            </li>`})}
        </ul>`)})}
    ${Object.keys(l).length>0?M`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${Se("settings_notices.reset_all")}</button></div>`:E}`}}var Ea=["new","assigned","message","mention"],Sa=[0,5,10,15,30,60],Ca=[0,2,5,10,30],Oa=new Intl.DateTimeFormat(Te,{weekday:"narrow",timeZone:"UTC"}),Da=new Intl.DateTimeFormat(Te,{weekday:"long",timeZone:"UTC"});function Pa({changed:e,form:t,kinds:a}){let s=()=>globalThis.Notification?.permission??"unsupported",n=async()=>{await(globalThis.Notification?.requestPermission?.()),e()};return()=>{let e=t.get("quiet"),i=Math.round(100*t.get("notifications.volume"));return M`${Ft(Se("settings_notices.what"),a(),Se("settings_notices.what_intro"))}
      ${Ft(Se("settings_notices.volume"),"",Se("settings_notices.volume_intro"),M`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${Se("settings_notices.volume")}
            .value=${ie(String(i))}
            @input=${e=>t.set("notifications.volume",Number(e.target.value)/100)}
          /><output>${i}%</output></span
        >`)}
      ${Ft(Se("settings_notices.repeat_title"),Bt(t,"notifications.repeat",Se("settings_notices.repeat"),Se("settings_notices.repeat_hint")))}
      ${Ft(Se("settings_notices.permission"),"",Se(`settings_notices.permission_${s()}`),"default"===s()?M`<button type="button" class="button" @click=${n}>${Se("settings_notices.allow")}</button>`:E)}
      ${Ft(Se("settings_notices.quiet"),M`${Bt(t,"quiet.enabled",Se("settings_notices.quiet_on"),Se("settings_notices.quiet_hint"))}
        ${e.enabled?M`<div class="day-range">
                ${Gt(Se("settings_notices.quiet_from"),e.from,e=>t.set("quiet.from",e))}
                <span aria-hidden="true">–</span>
                ${Gt(Se("settings_notices.quiet_to"),e.to,e=>t.set("quiet.to",e))}
                ${e.to<=e.from?M`<span class="chip">${Se("settings_notices.next_day")}</span>`:E}
              </div>
              <div class="segments" role="group" aria-label=${Se("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(a=>{let s=new Date(Date.UTC(2026,0,4+a)),n=e.days.includes(a);return M`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${n}
                    aria-label=${Da.format(s)}
                    @click=${()=>t.set("quiet.days",n?e.days.filter(e=>e!==a):[...e.days,a].sort())}
                  >
                    ${Oa.format(s)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${t.errors["quiet.days"]??""}</p>`:E}`)}
      ${Ft(Se("settings_notices.away"),"",Se("settings_notices.away_intro"),Rt(Se("settings_notices.away"),[...new Set([...Sa,t.get("away_after_min")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?Se("settings_notices.minutes",{count:e}):Se("settings_notices.never")})),String(t.get("away_after_min")),e=>t.set("away_after_min",Number(e))))}`}}var Ha=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e),ja=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function qa(e,t,{upload:a,failed:s,most:n,choose:i,remove:l}){let o=`picture-${t}`;return M`<div class="set-actions">
    <input
      id=${o}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async i=>{let l=i.target.files?.[0];if(i.target.value="",l)try{e.set(t,await a(l,n))}catch(e){s(e)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(o)?.click()}>${i}</button>
    ${e.get(t)?M`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${l}</button>`:E}
  </div>`}var za=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Na=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Ia=e=>{let t="function"==typeof Intl.supportedValuesOf?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(e=>({value:e,label:e.replaceAll("_"," ")}))};async function La(e,t){let a="",s=!1;for(;;){try{return await t(a?{password:a}:{})}catch(e){let t=e?.code;if("password_required"!==t&&"wrong_password"!==t)throw e;s="wrong_password"===t}if(a="",!await e({title:Se("settings_frame.password_title"),text:Se("settings_frame.password_text"),confirm:Se("settings_frame.password_go"),content:M`<div class="set-field dialog-type">
        <div class="set-label"><label for="dialog-password">${Se("settings_frame.password")}</label></div>
        <input
          id="dialog-password"
          class="input"
          type="password"
          autocomplete="current-password"
          autofocus
          aria-describedby="dialog-password-wrong"
          @input=${e=>a=e.target.value}
        />
        <p class="field-error" id="dialog-password-wrong" role="alert">${s?Se("settings_frame.password_wrong"):""}</p>
      </div>`})||!a)return null}}var Ua=["zh-CN","en"],Ba=["text","email","phone","select","checkbox","consent"],Ra=/^#[0-9a-f]{6}$/,Fa=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function Ga(e){let t={};for(let a of e.split("\n")){if(!a.trim())continue;let[,e,s]=Fa.exec(a)??[];if(!e)return null;t[e]=s}return t}var Va=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([e,t])=>`${e}: ${t}`).join("\n"),origins:t.join("\n")});function Ka({origins:e,...t}){return{...t,custom:Ga(t.custom)??{}}}var Wa=e=>Ua.some(t=>e[t]?.trim());function Za(e,t){let a=new Set(t.map(e=>e.id)),s="email"===e||"phone"===e?e:a.has("name")||"text"!==e?`${e}_1`:"name";if(!a.has(s))return s;let n=1;for(;a.has(`${e}_${n}`);)n+=1;return`${e}_${n}`}var Ja=[{id:"php",name:"PHP",lines:"<?php\n$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');\n$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];\n$head = $encode('{\"alg\":\"HS256\",\"typ\":\"JWT\"}') . '.' . $encode(json_encode($claims));\n$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));"},{id:"node",name:"Node",lines:"import { createHmac } from 'node:crypto';\nconst encode = (data) => Buffer.from(data).toString('base64url');\nconst claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };\nconst head = encode('{\"alg\":\"HS256\",\"typ\":\"JWT\"}') + '.' + encode(JSON.stringify(claims));\nconst token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');"},{id:"python",name:"Python",lines:'import base64, hashlib, hmac, json, os, time\nencode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()\nclaims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}\nhead = encode(b\'{"alg":"HS256","typ":"JWT"}\') + "." + encode(json.dumps(claims).encode())\ntoken = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())'},{id:"java",name:"Java",lines:'var encode = java.util.Base64.getUrlEncoder().withoutPadding();\nvar utf8 = java.nio.charset.StandardCharsets.UTF_8;\nvar claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);\nvar head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));\nvar mac = javax.crypto.Mac.getInstance("HmacSHA256");\nmac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));\nvar token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));'}],Ya=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function Xa(e){let[t,a,s]=e.map(e=>e<=.04045?e/12.92:((e+.055)/1.055)**2.4);return.2126*t+.7152*a+.0722*s}var Qa=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),es=e=>`#${e.map(e=>Math.round(255*e).toString(16).padStart(2,"0")).join("")}`,ts=(e,t)=>Qa(Xa(Ya(e)),Xa(Ya(t))),as={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},ss={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},ns=(e,t,a)=>M`<label class="with-unit"
    ><span>${a}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${ie(String(e.get(`launcher.offset.${t}`)))}
      @input=${a=>e.set(`launcher.offset.${t}`,/^\d+$/.test(a.target.value)?Number(a.target.value):a.target.value)}
  /></label>`,is=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],ls="en"===document.documentElement.lang?"en":"zh-CN",os=()=>ls,rs=["home","talk","form","offline","closed"],ds=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`,cs=["any","youzan","wordpress","shopify","next","send"],us={widget:function(e){let{me:t,call:a,changed:s}=e,n="#site"===location.hash?"site":"look",i=da({read:async()=>Va(await a("GET","/widgets/default")),check:e=>Object.fromEntries(Object.entries(function(e){let t={};Ra.test(e.accent)||(t.accent="colour");for(let a of["x","y"]){let s=e.launcher.offset[a];(!Number.isInteger(s)||s<0||s>400)&&(t["launcher.offset"]="offset")}return null===Ga(e.custom)&&(t.custom="custom"),"never"!==e.form.when&&0===e.form.fields.length&&(t["form.fields"]="fields"),e.form.fields.forEach((e,a)=>{Wa(e.label)?"select"===e.type&&(0===e.options.length||!e.options.every(Wa))&&(t[`form.fields.${a}`]="options"):t[`form.fields.${a}`]="label"}),t}(e)).map(([e,t])=>[e,Se(`settings_widget.wrong_${t}`)])),refused(e){let t=String(e?.field??"");return t.startsWith("allowed_origins")?{origins:Se("settings_widget.wrong_origin")}:t.startsWith("settings.custom")?{custom:Se("settings_widget.wrong_custom")}:t.startsWith("settings.")?{[t.slice(9)]:Se("settings_widget.wrong_value")}:{}},write:async(e,t)=>Va(await a("PATCH","/widgets/default",function(e,t){let a=new Set(t.map(e=>e.split(".")[0])),s={};a.delete("origins")&&(s.allowed_origins=(e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))])(e.origins));let n=Ka(e);return a.size>0&&(s.settings=Object.fromEntries([...a].map(e=>[e,n[e]]))),s.settings?.questions&&(s.settings.questions=Object.fromEntries(Object.entries(s.settings.questions).map(([e,t])=>[e,t.map(e=>e.trim()).filter(Boolean)]))),s}(e,t))),changed:s}),l=function({me:e,call:t,changed:a,origin:s},n){let i="any",l=e.widget?.seen??null,o=async()=>{try{"visible"===document.visibilityState&&(l=(await t("GET","/setup/seen")).seen,a())}catch{}setTimeout(o,4e3)};return{start:o,status:()=>l?M`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${(e=>{try{return new URL(e).host}catch{return e}})(l.url)}</span></span>`:M`<span class="chip"><span>${Se("settings_site.not_seen")}</span></span>`,body(){let t=function(e){let{protocol:t,hostname:a}=new URL(e);return/^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/.test(a)?"local":"https:"===t?null:"plain"}(s),o=function(e,t,a){return"next"===e?((e,t)=>`import Script from 'next/script';\n\n<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`)(t,a):"send"===e?Se("settings_site.letter",{tag:ds(t,a)}):ds(t,a)}(i,s,e.widget?.key??"");return M`${Ft(Se("settings_site.tag"),M`${Rt(Se("settings_site.where"),cs.map(e=>({value:e,label:Se(`settings_site.builder_${e}`)})),i,e=>{i=e,a()})}
            <p class="steps-text">${Se(`settings_site.how_${i}`)}</p>
            ${t?M`<p class="warning" role="status">${Se(`settings_site.${t}`,{origin:s})}</p>`:""}
            ${Vt(o,function(e){return e.replace(" data-key","\n  data-key").split(/("[^"]*"|script)/).map(e=>({text:e,kind:e.startsWith('"')?"code-text":"script"===e?"code-name":""}))}(o).map(e=>M`<span class=${e.kind}>${e.text}</span>`),Se("settings_site.tag"))}`,Se("settings_site.tag_intro"))}
        ${Ft(Se(l?"settings_site.seen":"settings_site.unseen"),"",l?`${l.url.replace(/^https?:\/\//,"")} · ${At(l.at,Date.now())}`:Se("settings_site.unseen_hint"),M`<a class="button" href="/demo" target="_blank" rel="noopener">${Se("settings_site.try_it")}${Dt("out")}</a>`)}
        ${Ft(Se("settings_site.origins"),It(n,"origins",{label:Se("settings_site.origins_label"),rows:3,mono:!0,placeholder:"https://www.example.com\n*.example.com",hint:Se("settings_site.origins_hint")}),Se("settings_site.origins_intro"))}`}}}(e,i),o=function({call:e,changed:t,say:a,failed:s,ask:n}){let i={language:"php",secret:null,shown:!1,token:"",verdict:null},{show:l,replace:o}=function({at:e,changed:t,call:a,failed:s,ask:n,say:i}){return{show:async()=>{if(e.shown)return e.shown=!1,t();try{e.secret??=(await a("GET","/widgets/default/secret")).secret,e.shown=!0}catch(e){s(e)}t()},replace:async()=>{if(await n({title:Se("settings_widget.secret_ask"),text:Se("settings_widget.secret_means"),confirm:Se("settings_widget.secret_replace")})){try{e.secret=(await a("POST","/widgets/default/secret",{})).secret,e.shown=!0,i(Se("settings_widget.secret_replaced"))}catch(e){s(e)}t()}}}}({at:i,changed:t,call:e,failed:s,ask:n,say:a}),{check:r,answer:d}=function({at:e,call:t,failed:a,changed:s}){return{check:async n=>{if(n.preventDefault(),e.token.trim()){try{e.verdict=await t("POST","/widgets/default/identity-check",{token:e.token.trim()})}catch(e){a(e)}s()}},answer:()=>{if(!e.verdict)return E;if(!e.verdict.valid)return M`<p class="check-line bad">${Se(`settings_widget.problem_${e.verdict.problem}`)}</p>`;let{sub:t,name:a,email:s,phone:n}=e.verdict.claims??{},i=Object.entries({sub:t,name:a,email:s,phone:n}).filter(([,e])=>e);return M`<p class="check-line good">${Se("settings_widget.valid",{time:e.verdict.expires_at?Et(e.verdict.expires_at):""})}</p>
      <dl class="facts">${i.map(([e,t])=>M`<dt>${Se(`settings_widget.claim_${e}`)}</dt><dd>${t}</dd>`)}</dl>`}}}({at:i,call:e,failed:s,changed:t});return{start(){},body(){let e=Ja.find(e=>e.id===i.language)??Ja[0];return M`${Ft(Se("settings_widget.server"),M`${Rt(Se("settings_widget.language"),Ja.map(e=>({value:e.id,label:e.name})),i.language,e=>{i.language=e,t()})}
            ${Vt(e.lines,void 0,e.name)}`,Se("settings_widget.server_intro"))}
        ${Ft(Se("settings_widget.page"),Vt("servicedesk('identify', null, token);",void 0,Se("settings_widget.page")),Se("settings_widget.page_intro"))}
        ${Ft(Se("settings_widget.secret"),M`${i.shown&&i.secret?Vt(i.secret,void 0,Se("settings_widget.secret")):E}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${i.shown} @click=${l}>${Se(i.shown?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
              <button type="button" class="button quiet danger" @click=${o}>${Se("settings_widget.secret_replace")}</button>
            </div>`,Se("settings_widget.secret_intro"))}
        ${Ft(Se("settings_widget.check"),M`<form class="set-stack" @submit=${r}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${Se("settings_widget.check")}
              spellcheck="false"
             
              .value=${ie(i.token)}
              @input=${e=>{i.token=e.target.value,i.verdict=null,t()}}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!i.token.trim()}>${Se("settings_widget.check_it")}</button></div>
            <div role="status" class="set-stack">${d()}</div>
          </form>`,Se("settings_widget.check_intro"))}`}}}(e),r=function({me:e,changed:t},a,s){let n="desktop",i=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",l=null,o=!1,r="",d=()=>document.getElementById("preview-frame"),c=()=>(s()!==r&&(r=s(),l=null),l??("form"===s()?"form":"home")),u=()=>{"ready"===a.phase&&d()?.contentWindow?.postMessage({servicedesk:"preview",settings:Ka(a.draft),shop:{name:e.shop.name},view:c(),theme:i,device:n,locale:os()},location.origin)},p=()=>{let e=document.querySelector(".preview-box"),t=d();if(!(e instanceof HTMLElement&&t))return;let[a,s]=[e.clientWidth,e.clientHeight];if(!a||!s)return;let i="desktop"===n?Math.max(640,a):360,l="desktop"===n?a/i:Math.min(1,s/700,a/360),o="desktop"===n?s/l:Math.min(700,s/l);t.style.setProperty("width",`${i}px`),t.style.setProperty("height",`${o}px`),t.style.setProperty("transform",`scale(${l})`),t.style.setProperty("left",`${Math.max(0,(a-i*l)/2)}px`),t.style.setProperty("top",`${"desktop"===n?0:Math.max(0,(s-o*l)/2)}px`)};addEventListener("message",({origin:e,source:t,data:a})=>{e===location.origin&&t===d()?.contentWindow&&"preview-ready"===a?.servicedesk&&u()}),addEventListener("resize",p);let g=e=>{e(),t()};return{view(){requestAnimationFrame(()=>{p(),u()});let t=os();return M`<button type="button" class="button preview-open" @click=${()=>g(()=>o=!0)}>${Dt("smartphone")}${Se("settings_widget.preview")}</button>
        <section class="preview" data-open=${o} aria-label=${Se("settings_widget.preview")}>
          <header class="preview-head">
            <span class="preview-name">${Se("settings_widget.preview")}</span>
            ${Rt(Se("settings_widget.device"),["desktop","phone"].map(e=>({value:e,label:Se(`settings_widget.device_${e}`)})),n,e=>g(()=>n=e))}
            ${Rt(Se("settings_widget.theme"),[{value:"light",label:Dt("sun"),title:Se("settings_widget.theme_light")},{value:"dark",label:Dt("moon"),title:Se("settings_widget.theme_dark")}],i,e=>g(()=>i=e))}
            ${Lt("preview-view",rs.map(e=>({value:e,label:Se(`settings_widget.view_${e}`)})),c(),e=>g(()=>l=e),Se("settings_widget.view"))}
            <button type="button" class="icon-button preview-close" aria-label=${Se("common.close")} @click=${()=>g(()=>o=!1)}>${Dt("x",20)}</button>
          </header>
          <div class="preview-box ${n}">
            <iframe id="preview-frame" title=${Se("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${e.widget.key}&locale=${t}"></iframe>
          </div>
        </section>`}}}(e,i,()=>n),d={look:()=>function({upload:e,failed:t},a){let s=(s,n,i)=>M`<div class="set-field">
      <span class="field-label">${i}</span>
      <div class="picture-line">
        ${a.get(s)?M`<img class="picture-shown" src="/p/${a.get(s)}" alt="" />`:M`<span class="picture-shown" aria-hidden="true"></span>`}
        ${qa(a,s,{upload:e,failed:t,most:n,choose:Se("settings_widget.picture_choose"),remove:Se("settings_widget.picture_remove")})}
      </div>
      ${qt(a,s)}
    </div>`;return M`${Ft(Se("settings_widget.colour"),function(e){let t=String(e.get("accent")),a=/^#[0-9a-f]{6}$/.test(t),s=a?function(e){let t=Ya(e);if(Qa(Xa(t),1)>=4.5)return{accent:e,on:"#ffffff"};if(Qa(Xa(t),Xa(Ya("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;Qa(Xa(t),1)<4.5;)t=t.map(e=>.96*e);return{accent:es(t),on:"#ffffff"}}(t):null,n=jt("accent");return M`<div class="swatches" role="radiogroup" aria-label=${Se("settings_widget.colour")}>
      ${Object.entries(as).map(([a,s])=>M`<label class="swatch swatch-${a}"
            ><input type="radio" name="accent" aria-label=${Se(`settings_widget.accent_${a}`)} .checked=${ie(s===t)} @change=${()=>e.set("accent",s)} /><i></i
          ></label>`)}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${Se("settings_widget.accent_own")}
          .value=${ie(a?t:"#1f6f5c")}
          @input=${t=>e.set("accent",t.target.value)} /><input
          id=${n}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${Se("settings_widget.accent_hex")}
          aria-invalid=${e.errors.accent?"true":"false"}
          aria-describedby="${n}-error"
          .value=${ie(t)}
          @input=${t=>e.set("accent",t.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${s?s.accent===t?M`<p class="check-line good">${Dt("done")}${Se("#ffffff"===s.on?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:ts(t,s.on).toFixed(1)})}</p>`:M`<p class="check-line warn">${Dt("alert")}${Se("settings_widget.darkened",{colour:s.accent})}</p>`:""}
    ${qt(e,"accent")}`}(a),Se("settings_widget.colour_intro"))}
    ${Ft(Se("settings_widget.theme"),"",Se("settings_widget.theme_intro"),Rt(Se("settings_widget.theme"),["auto","light","dark"].map(e=>({value:e,label:Se(`settings_widget.theme_${e}`)})),a.get("theme"),e=>a.set("theme",e)))}
    ${Ft(Se("settings_widget.launcher"),M`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${Se("settings_widget.position")}</span>
            ${Rt(Se("settings_widget.position"),["left","right"].map(e=>({value:e,label:Se(`settings_widget.position_${e}`)})),a.get("launcher.position"),e=>a.set("launcher.position",e))}
          </div>
          <div class="set-field">
            <span class="field-label">${Se("settings_widget.offset")} <span class="field-hint">${Se("settings_widget.offset_hint")}</span></span>
            <div class="set-pair">
              ${ns(a,"x",Se(`settings_widget.from_${a.get("launcher.position")}`))} ${ns(a,"y",Se("settings_widget.from_below"))}
            </div>
            ${qt(a,"launcher.offset")}
          </div>
          <div class="set-field">
            <span class="field-label">${Se("settings_widget.icon")}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${Se("settings_widget.icon")}>
              ${Object.entries(ss).map(([e,t])=>M`<label title=${Se(`settings_widget.icon_${e}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${Se(`settings_widget.icon_${e}`)}
                      .checked=${ie(a.get("launcher.icon")===e)}
                      @change=${()=>a.set("launcher.icon",e)} /><span>${Dt(t,20)}</span></label
                  >`)}
            </div>
          </div>
          <div class="set-field">
            ${Nt(a,"launcher.label.zh-CN",{label:Se("settings_widget.label_zh"),max:20,placeholder:Se("settings_widget.label_example")})}
          </div>
          <div class="set-field">${Nt(a,"launcher.label.en",{label:Se("settings_widget.label_en"),note:Se("settings_widget.label_hint"),max:20})}</div>
        </div>
        ${Bt(a,"launcher.hidden",Se("settings_widget.hidden"),M`${Se("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
    ${Ft(Se("settings_widget.pictures"),M`<div class="set-columns">${s("logo",256,Se("settings_widget.logo"))}${s("header",1200,Se("settings_widget.header"))}</div>`,Se("settings_widget.pictures_intro"))}
    ${Ft(Se("settings_widget.radius"),"",void 0,M`<span class="slider"
        ><span class="thing-about">${Se("settings_widget.radius_square")}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${Se("settings_widget.radius")}
          .value=${ie(String(a.get("radius")))}
          @input=${e=>a.set("radius",Number(e.target.value))}
        /><span class="thing-about">${Se("settings_widget.radius_round")}</span><output>${a.get("radius")}</output></span
      >`)}
    ${Ft(Se("settings_widget.custom"),It(a,"custom",{label:Se("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:Se("settings_widget.custom_hint")}),Se("settings_widget.custom_intro"))}`}(e,i),words:()=>function(e,t){let a=e=>Se(`settings_widget.own_${"en"===ls?"en":"zh"}_${e}`),s=e=>`texts.${ls}.${e}`;return M`${Ft(Se("settings_widget.words"),M`${Nt(e,s("title"),{label:Se("settings_widget.title"),hint:Se("settings_widget.title_hint"),placeholder:t,max:40})}
        ${It(e,s("greeting"),{label:Se("settings_widget.greeting"),hint:Se("settings_widget.greeting_hint"),placeholder:a("greeting"),max:300,rows:2})}
        ${It(e,s("welcome"),{label:Se("settings_widget.welcome"),hint:Se("settings_widget.welcome_hint"),placeholder:a("welcome"),max:300,rows:2})}
        ${It(e,s("offline"),{label:Se("settings_widget.offline"),hint:Se("settings_widget.offline_hint"),placeholder:a("offline"),max:300,rows:2})}`,Se("settings_widget.words_intro"),(e=>Rt(Se("settings_widget.words_language"),is,ls,t=>{ls=t,e.set("accent",e.get("accent"))}))(e))}
    ${Ft(Se("settings_widget.questions"),function(e){let t=`questions.${ls}`,a=e.get(t)??[],s=a=>e.set(t,a);return M`<ul class="lines">
      ${a.map((e,t)=>M`<li>
            <input
              class="input"
              aria-label=${Se("settings_widget.question_n",{n:t+1})}
              placeholder=${Se("settings_widget.question_example")}
              maxlength=${60}
              .value=${ie(e)}
              @input=${e=>s(a.with(t,e.target.value))}
            />
            ${t>0?M`<button type="button" class="icon-button" aria-label=${Se("settings_widget.up",{n:t+1})} title=${Se("settings_widget.up",{n:t+1})} @click=${()=>s(a.with(t-1,e).with(t,a[t-1]))}>${Dt("up")}</button>`:M`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${Se("settings_widget.remove_n",{n:t+1})} title=${Se("settings_widget.remove_n",{n:t+1})} @click=${()=>s(a.toSpliced(t,1))}>${Dt("x")}</button>
          </li>`)}
    </ul>
    ${a.length<6?M`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${()=>s([...a,""])}>${Dt("plus")}${Se("settings_widget.question_add")}</button></div>`:E}
    ${qt(e,t)}`}(e),Se("settings_widget.questions_intro"))}
    ${Ft(Se("settings_widget.habits"),M`${Bt(e,"rating",Se("settings_widget.rating"),Se("settings_widget.rating_hint"))}
      ${Bt(e,"sound",Se("settings_widget.sound"),Se("settings_widget.sound_hint"))}
      ${Bt(e,"typing_preview",Se("settings_widget.typing"),Se("settings_widget.typing_hint"))}`)}`}(i,t.shop.name),form:()=>function(e){let t=e.get("form.fields"),a=t=>e.set("form.fields",t);return M`${Ft(Se("settings_widget.asks"),Rt(Se("settings_widget.asks"),["never","before","closed"].map(e=>({value:e,label:Se(`settings_widget.asks_${e}`)})),e.get("form.when"),t=>e.set("form.when",t)),Se("settings_widget.asks_intro"))}
    ${Ft(Se("settings_widget.fields"),M`${t.length?M`<ul class="field-cards">${t.map((s,n)=>{let i=e=>a(t.with(n,{...s,...e})),l=n+1,o=(e,t)=>M`<input
        class="input"
        aria-label="${Se("settings_widget.field_n",{n:l})} · ${t}"
        placeholder=${t}
        maxlength=${80}
        .value=${ie(s.label[e]??"")}
        @input=${t=>i({label:{...s.label,[e]:t.target.value}})}
      />`;return M`<li class="field-card">
      <div class="field-card-head">
        ${Lt(`field-type-${n}`,Ba.map(e=>({value:e,label:Se(`settings_widget.kind_${e}`)})),s.type,e=>i({type:e,id:Za(e,t.toSpliced(n,1)),options:"select"===e?[{"zh-CN":"",en:""}]:[]}),`${Se("settings_widget.field_n",{n:l})} · ${Se("settings_widget.field_kind")}`)}
        <label class="check"><input type="checkbox" .checked=${ie(s.required)} @change=${e=>i({required:e.target.checked})} /><span>${Se("settings_widget.required")}</span></label>
        <span class="grow"></span>
        ${n>0?M`<button type="button" class="icon-button" aria-label=${Se("settings_widget.up",{n:l})} title=${Se("settings_widget.up",{n:l})} @click=${()=>a(t.with(n-1,s).with(n,t[n-1]))}>${Dt("up")}</button>`:E}
        <button type="button" class="icon-button" aria-label=${Se("settings_widget.remove_n",{n:l})} title=${Se("settings_widget.remove_n",{n:l})} @click=${()=>a(t.toSpliced(n,1))}>${Dt("trash")}</button>
      </div>
      <div class="set-columns tight">${o("zh-CN",Se("settings_widget.in_zh"))}${o("en",Se("settings_widget.in_en"))}</div>
      ${"select"===s.type?M`<ul class="lines">
              ${s.options.map((e,t)=>M`<li>
                    ${["zh-CN","en"].map(a=>M`<input
                          class="input"
                          aria-label="${Se("settings_widget.field_n",{n:l})} · ${Se("settings_widget.option_n",{n:t+1})} · ${Se("en"===a?"settings_widget.in_en":"settings_widget.in_zh")}"
                          placeholder="${Se("settings_widget.option_n",{n:t+1})} · ${Se("en"===a?"settings_widget.in_en":"settings_widget.in_zh")}"
                          maxlength=${80}
                          .value=${ie(e[a]??"")}
                          @input=${n=>i({options:s.options.with(t,{...e,[a]:n.target.value})})}
                        />`)}
                    <button type="button" class="icon-button" aria-label=${Se("settings_widget.remove_option",{n:t+1})} @click=${()=>i({options:s.options.toSpliced(t,1)})}>${Dt("x")}</button>
                  </li>`)}
            </ul>
            ${s.options.length<20?M`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${()=>i({options:[...s.options,{"zh-CN":"",en:""}]})}>${Se("settings_widget.option_add")}</button>`:E}`:E}
      ${qt(e,`form.fields.${n}`)}
    </li>`})}</ul>`:M`<p class="nothing-yet">${Se("settings_widget.no_fields")}</p>`}
        ${qt(e,"form.fields")}
        ${t.length<8?M`<div class="set-actions" role="group" aria-label=${Se("settings_widget.field_add")}>
              <span class="thing-about">${Se("settings_widget.field_add")}</span>
              ${Ba.map(s=>M`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${()=>(s=>{a([...t,{id:Za(s,t),type:s,label:{"zh-CN":Se(`settings_widget.asks_zh_${s}`),en:Se(`settings_widget.asks_en_${s}`)},required:"consent"===s,options:"select"===s?[{"zh-CN":"",en:""}]:[]}]),"never"===e.get("form.when")&&e.set("form.when","before")})(s)}>${Dt("plus",14)}${Se(`settings_widget.kind_${s}`)}</button>`)}
            </div>`:E}`,Se("settings_widget.fields_intro"))}`}(i),site:l.body,identity:o.body};return{form:i,start:l.start,status:l.status,tabs:Object.keys(d).map(e=>({id:e,label:Se(`settings_widget.tab_${e}`)})),get tab(){return n},choose(e){n=e,"identity"===e&&o.start(),s()},body:()=>M`${d[n]()}`,aside:t.widget?r.view:void 0}},hours:function({call:e,changed:t}){let a={shop:null},s=e=>(a.shop=e,(e=>({always:e.always,days:Object.fromEntries(ca.map(t=>[t,e.week.filter(e=>e.day===t).map(e=>({opens:e.opens,closes:e.closes}))])),holidays:e.holidays.map(e=>({date:e.date,name:e.name??"",closed:null===e.opens,opens:e.opens??ua.opens,closes:e.closes??ua.closes}))}))(e.hours)),n=da({read:async()=>s(await e("GET","/shop")),check:e=>Object.fromEntries(Object.entries(function(e){if(e.always)return{};let t={};for(let a of ca){let s=e.days[a];if(s.some(({opens:e,closes:t})=>!ha(e)||!ha(t)))t[`days.${a}`]="time";else{let e=[...s].sort((e,t)=>e.opens.localeCompare(t.opens));e.some((t,a)=>a+1<e.length&&(ma(t)||t.closes>e[a+1].opens))&&(t[`days.${a}`]="overlap")}}ca.every(t=>0===e.days[t].length)&&(t["days.1"]="never");let a=new Set;for(let s of e.holidays)s.date?a.has(s.date)?t.holidays="twice":!s.closed&&(!ha(s.opens)||!ha(s.closes))&&(t.holidays="time"):t.holidays="date",a.add(s.date);return t}(e)).map(([e,t])=>[e,Se(`settings_hours.wrong_${t}`)])),write:async t=>s(await e("PATCH","/shop",{hours:ga(t)})),changed:t}),i=e=>function(e,t,a,s,n){let i=na(e,t,s),l=ia(e,t)-ia(e,a);if(l<=0)return n("zone.today",{time:i});if(1===l)return n("common.moment_tomorrow",{time:i});let o=l<7?{weekday:"zh-CN"===s?"short":"long"}:{month:"long",day:"numeric"};return n("common.moment_day",{day:new Intl.DateTimeFormat(s,{...o,timeZone:e}).format(t),time:i})}(a.shop.time_zone,Date.parse(e),Date.now(),Te,Se),{dayRow:l,likeMonday:o}=function({form:e}){return{dayRow:t=>{let a=`days.${t}`,s=e.get(a),n=ba[t-1],i=t=>e.set(a,t);return M`<li class="day">
      ${Ut(s.length>0,e=>i(e?[{...ua}]:[]),n)}
      <div class="day-ranges">
        ${0===s.length?M`<span class="thing-about">${Se("settings_hours.rest")}</span>`:E}
        ${s.map((e,t)=>M`<div class="day-range">
              ${Gt(Se("settings_hours.opens",{day:n}),e.opens,a=>i(s.with(t,{...e,opens:a})))}
              <span aria-hidden="true">–</span>
              ${Gt(Se("settings_hours.closes",{day:n}),e.closes,a=>i(s.with(t,{...e,closes:a})))}
              ${ma(e)?M`<span class="chip">${Se("settings_hours.next_day")}</span>`:E}
              ${s.length>1?M`<button type="button" class="icon-button" aria-label=${Se("settings_hours.remove_range",{day:n,time:e.opens})} @click=${()=>i(s.toSpliced(t,1))}>${Dt("x")}</button>`:E}
              ${t===s.length-1&&s.length<4?M`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${Se("settings_hours.add_range",{day:n})} title=${Se("settings_hours.add_range",{day:n})} @click=${()=>i([...s,{opens:e.closes,closes:e.closes<"21:00"?"21:00":"23:00"}])}>${Dt("plus")}</button>`:E}
            </div>`)}
        ${qt(e,a)}
      </div>
    </li>`},likeMonday:()=>{let t=e.get("days.1");for(let a of[2,3,4,5])e.set(`days.${a}`,structuredClone(t))}}}({form:n}),r=function({form:e}){return(t,a,s)=>{let n=n=>e.set("holidays",s.with(a,{...t,...n})),i=t.name||t.date||String(a+1);return M`<li class="holiday">
      <input class="input" type="date" aria-label=${Se("settings_hours.date")} .value=${ie(t.date)} @input=${e=>n({date:e.target.value})} />
      <input
        class="input"
        aria-label=${Se("settings_hours.holiday_name")}
        placeholder=${Se("settings_hours.holiday_example")}
        maxlength=${40}
        .value=${ie(t.name)}
        @input=${e=>n({name:e.target.value})}
      />
      ${Rt(Se("settings_hours.that_day",{day:i}),[{value:"closed",label:Se("settings_hours.rest")},{value:"open",label:Se("settings_hours.other_hours")}],t.closed?"closed":"open",e=>n({closed:"closed"===e}))}
      <button type="button" class="icon-button" aria-label=${Se("settings_hours.remove_holiday",{day:i})} @click=${()=>e.set("holidays",s.toSpliced(a,1))}>${Dt("trash")}</button>
      ${t.closed?E:M`<div class="day-range">
            ${Gt(Se("settings_hours.opens",{day:i}),t.opens,e=>n({opens:e}))}<span aria-hidden="true">–</span>
            ${Gt(Se("settings_hours.closes",{day:i}),t.closes,e=>n({closes:e}))}
            ${ma(t)?M`<span class="chip">${Se("settings_hours.next_day")}</span>`:E}
          </div>`}
    </li>`}}({form:n});return{form:n,status:()=>a.shop?M`<span class="chip ${a.shop.open.now?"chip-ok":""}" id="hours-now"><span>${(()=>{let{open:e}=a.shop;return e.now?e.closes_at?Se("settings_hours.open_until",{time:i(e.closes_at)}):Se("settings_hours.open_always"):e.opens_at?Se("settings_hours.closed_until",{time:i(e.opens_at)}):Se("settings_hours.closed")})()}</span></span>`:E,body:()=>{let e=n.get("always"),t=n.get("holidays");return M`${Ft(Se("settings_hours.when"),Rt(Se("settings_hours.when"),[{value:"always",label:Se("settings_hours.always")},{value:"week",label:Se("settings_hours.by_week")}],e?"always":"week",e=>{if("week"===e&&ca.every(e=>0===n.get(`days.${e}`).length))for(let e of[1,2,3,4,5])n.set(`days.${e}`,[{...ua}]);n.set("always","always"===e)}),M`${Se("settings_hours.when_intro")}
        ${Se("settings_hours.clock",{zone:sa(a.shop.time_zone,Te,Se),time:na(a.shop.time_zone,Date.now(),Te)})}
        <a href="/settings/shop">${Se("settings_hours.change_zone")}</a>`)}
      ${e?E:M`${Ft(Se("settings_hours.week"),M`<ul class="days">${ca.map(l)}</ul>`,Se("settings_hours.week_intro"),M`<button type="button" class="button" @click=${o}>${Se("settings_hours.like_monday")}</button>`)}
            ${Ft(Se("settings_hours.holidays"),M`${0===t.length?M`<p class="nothing-yet">${Se("settings_hours.no_holidays")}</p>`:M`<ul class="holidays">${t.map(r)}</ul>`}
                ${qt(n,"holidays")}`,Se("settings_hours.holidays_intro"),t.length<60?M`<button type="button" class="button" data-adds=".holidays li:last-child input" @click=${()=>n.set("holidays",[...t,{date:"",name:"",closed:!0,...ua}])}>
                    ${Dt("plus")}${Se("settings_hours.add_holiday")}
                  </button>`:E)}`}`}}},canned:function({me:e,call:t,changed:a,say:s,failed:n,ask:i}){let l="agent"!==e.agent.role,o=Kt(async()=>(await t("GET","/canned")).items,a),r=()=>({open:!1,id:"",shortcut:"",title:"",text:"",shared:l,busy:!1,wrong:{}}),d=(e=>({draft:e()}))(r),{keep:c,edit:u,remove:p,write:g}=function({here:e,call:t,say:a,empty:s,loaded:n,failed:i,changed:l,ask:o}){return{keep:async o=>{if(o.preventDefault(),e.draft.busy)return;let{id:r,shortcut:d,title:c,text:u,shared:p}=e.draft;e.draft.busy=!0;try{r?await t("PATCH",`/canned/${r}`,{shortcut:d,title:c,text:u,shared:p}):await t("POST","/canned",{shortcut:d,title:c,text:u,shared:p}),a(Se("settings_canned.kept",{name:c})),e.draft=s(),await n.load()}catch(t){let{code:a="",field:s=""}=t;e.draft.busy=!1;let n="shortcut_taken"===a?"shortcut":String(s),l=`settings_canned.wrong_${"shortcut_taken"===a?"taken":s}`;["shortcut","title","text"].includes(n)&&(e=>e in Ae)(l)?(e.draft.wrong={[n]:Se(l)},requestAnimationFrame(()=>document.getElementById(`canned-${n}`)?.focus())):i(t)}l()},edit:t=>{e.draft={...s(),...t,open:!0},l(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},remove:async l=>{if(await o({title:Se("settings_canned.delete_ask",{name:l.title}),confirm:Se("settings_canned.delete")})){try{await t("DELETE",`/canned/${l.id}`,{}),e.draft.id===l.id&&(e.draft=s()),a(Se("settings_canned.deleted",{name:l.title}))}catch(e){i(e)}await n.load()}},write:()=>{e.draft={...s(),open:!e.draft.open||""!==e.draft.id},l(),e.draft.open&&requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())}}}({here:d,call:t,say:s,empty:r,loaded:o,failed:n,changed:a,ask:i}),h=function({here:e,set:t,keep:a,manages:s,changed:n,empty:i}){let l=(a,s)=>M`<div class="set-field">
    <div class="set-label"><label for="canned-${a}">${Se(`settings_canned.${a}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${a}"
        class="input"
        autocomplete="off"
        maxlength=${s}
        aria-invalid=${e.draft.wrong[a]?"true":E}
        aria-describedby="canned-${a}-error"
        .value=${ie(e.draft[a])}
        @input=${e=>t(a,e.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${a}-error" role="alert">${e.draft.wrong[a]??""}</p>
  </div>`;return()=>M`<form class="thing-edit" @submit=${a}>
      <div class="set-columns">${l("title",100)} ${l("shortcut",40)}</div>
      <div class="set-field">
        <div class="set-label"><label for="canned-text">${Se("settings_canned.text")}</label></div>
        <textarea
          id="canned-text"
          class="input area"
          rows="4"
          maxlength="8000"
          aria-invalid=${e.draft.wrong.text?"true":E}
          aria-describedby="canned-text-error"
          .value=${ie(e.draft.text)}
          @input=${e=>t("text",e.target.value)}
        ></textarea>
        <p class="field-error" id="canned-text-error" role="alert">${e.draft.wrong.text??""}</p>
        <p class="field-hint">
          ${Se("settings_canned.variables")}
          ${Jt.map(a=>M`<button type="button" class="text-button" @click=${()=>(a=>{let s=document.getElementById("canned-text"),n=s?.selectionStart??e.draft.text.length;t("text",`${e.draft.text.slice(0,n)}{{${a}}}${e.draft.text.slice(s?.selectionEnd??n)}`),s?.focus()})(a)}>${Se(`settings_canned.var_${a.replace(".","_")}`)}</button> `)}
        </p>
      </div>
      ${s?Ut(e.draft.shared,t=>(e.draft.shared=t,n()),Se("settings_canned.shared"),Se("settings_canned.shared_hint")):E}
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!e.draft.title.trim()||!e.draft.shortcut.trim()||!e.draft.text.trim()} aria-busy=${e.draft.busy}>
          ${Se(e.draft.id?"settings_canned.save":"settings_canned.add")}
        </button>
        <button class="button" type="button" @click=${()=>(e.draft=i(),n())}>${Se("settings_canned.leave")}</button>
      </div>
    </form>`}({here:d,set:(e,t)=>{d.draft[e]=t,delete d.draft.wrong[e],a()},keep:c,manages:l,changed:a,empty:r});return{start:o.load,body:()=>o.view(e=>Ft(Se("settings_canned.list"),M`${d.draft.open&&!d.draft.id?h():E}
          ${0===e.length?M`<p class="nothing-yet">${Se("settings_canned.none")}</p>`:M`<ul class="things">
                ${e.map(e=>d.draft.open&&d.draft.id===e.id?M`<li class="thing">${h()}</li>`:(e=>M`<li class="thing">
      <span class="thing-mark">${Dt("quote")}</span>
      <div class="thing-what">
        <span class="thing-name">${e.title} <span class="chip">/${e.shortcut}</span>${e.shared?E:M`<span class="chip chip-line">${Se("settings_canned.own")}</span>`}</span>
        <span class="thing-about">${e.text.slice(0,120)} · ${Ce("settings_canned.used",e.used)}</span>
      </div>
      ${e.shared&&!l?E:M`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${Se("settings_canned.more_of",{name:e.title})}
              title=${Se("settings_canned.more_of",{name:e.title})}
              @click=${t=>((e,t)=>Xe(t,e.title,[{items:[{label:Se("settings_canned.change_it"),mark:Dt("pencil"),run:()=>u(e)}]},{items:[{label:Se("settings_canned.delete"),mark:Dt("trash"),run:()=>p(e)}]}]))(e,t.currentTarget)}
            >
              ${Dt("more",18)}
            </button>
          </div>`}
    </li>`)(e))}
              </ul>`}`,Se("settings_canned.intro"),M`<button type="button" class="button" aria-expanded=${d.draft.open&&!d.draft.id?"true":"false"} @click=${g}>${Dt("plus")}${Se("settings_canned.new")}</button>`))}},labels:function({me:e,call:t,changed:a,say:s,failed:n,ask:i}){let l="agent"!==e.agent.role,o=Kt(async()=>(await t("GET","/labels")).items,a),r={open:!1,name:"",busy:!1,wrong:""},d={edits:null},{attempt:c,merge:u,remove:p,rename:g,add:h}=function({say:e,draft:t,failed:a,loaded:s,call:n,changed:i,at:l,ask:o}){let r=async(n,i)=>{try{return await n(),i&&e(i),!0}catch(e){return"label_taken"===e.code?t.wrong=Se("settings_labels.taken"):a(e),!1}finally{await s.load()}};return{attempt:r,merge:async(e,t)=>{t&&(await o({title:Se("settings_labels.merge_ask",{from:e.name,into:t.name}),text:Se("settings_labels.merge_means",{from:e.name}),confirm:Se("settings_labels.merge")})&&await r(()=>n("POST",`/labels/${e.id}/merge`,{into:t.id})),i())},remove:async e=>{await o({title:Se("settings_labels.delete_ask",{name:e.name}),text:Ce("settings_labels.delete_means",e.conversations),confirm:Se("settings_labels.delete")})&&await r(()=>n("DELETE",`/labels/${e.id}`,{}),Se("settings_labels.deleted",{name:e.name}))},rename:async e=>{let t=l.edits?.name.trim()??"";l.edits=null,t&&t!==e.name&&await r(()=>n("PATCH",`/labels/${e.id}`,{name:t}),Se("settings_labels.renamed",{name:t})),i()},add:async e=>{e.preventDefault();let a=t.name.trim();!a||t.busy||(t.busy=!0,await r(()=>n("POST","/labels",{name:a}))&&Object.assign(t,{open:!1,name:""}),t.busy=!1,i())}}}({say:s,draft:r,failed:n,loaded:o,call:t,changed:a,at:d,ask:i}),m=e=>requestAnimationFrame(()=>document.getElementById(e)?.focus()),f=()=>{Object.assign(r,{open:!r.open,wrong:""}),a(),r.open&&m("label-name")},{colours:b,actions:$}=function({attempt:e,call:t,merge:a,at:s,changed:n,focus:i,remove:l}){return{colours:(a,s)=>Xe(s,Se("settings_labels.colour_of",{name:a.name}),[{items:$a.map(s=>({label:Se(`settings_labels.colour_${s}`),mark:M`<i class="chip-dot series-${s}"></i>`,checked:s===a.colour,run:()=>e(()=>t("PATCH",`/labels/${a.id}`,{colour:s}))}))}]),actions:(e,t,o)=>Xe(o,e.name,[{items:[{label:Se("settings_labels.rename"),mark:Dt("pencil"),run(){s.edits={id:e.id,name:e.name},n(),i(`label-${e.id}`)}},...t.length>0?[{label:Se("settings_labels.merge_into"),mark:Dt("tag"),run:()=>setTimeout(()=>((e,t,s)=>Xe(s,Se("settings_labels.merge_one",{name:e.name}),[{label:Se("settings_labels.merge_into"),items:t.map(t=>({label:t.name,mark:M`<i class="chip-dot series-${t.colour}"></i>`,run:()=>a(e,t)}))}]))(e,t,o))}]:[]]},{items:[{label:Se("settings_labels.delete"),mark:Dt("trash"),run:()=>l(e)}]}])}}({attempt:c,call:t,merge:u,at:d,changed:a,focus:m,remove:p}),_=function({at:e,rename:t,changed:a,manages:s,colours:n,actions:i}){return(l,o)=>{let r=e.edits?.id===l.id?M`<input
            id="label-${l.id}"
            class="input"
            maxlength="40"
            aria-label=${Se("settings_labels.name")}
            .value=${ie(e.edits?.name??"")}
            @input=${t=>e.edits&&(e.edits.name=t.target.value)}
            @keydown=${s=>{"Enter"===s.key&&!s.isComposing&&t(l),"Escape"===s.key&&(e.edits=null,a())}}
            @blur=${()=>t(l)}
          />`:M`<span class="thing-name">${l.name}</span>`,d=M`<i class="chip-dot series-${l.colour}"></i>`,c=o.filter(e=>e.id!==l.id);return M`<li class="thing">
      ${s?M`<button
            type="button"
            class="icon-button colour-dot"
            aria-haspopup="menu"
            aria-label=${Se("settings_labels.colour_of",{name:l.name})}
            title=${Se("settings_labels.colour_of",{name:l.name})}
            @click=${e=>n(l,e.currentTarget)}
          >
            ${d}
          </button>`:M`<span class="colour-dot">${d}</span>`}
      <div class="thing-what">${r}<span class="thing-about">${Ce("settings_labels.used",l.conversations)}</span></div>
      ${s?M`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${Se("settings_labels.more_of",{name:l.name})}
              title=${Se("settings_labels.more_of",{name:l.name})}
              @click=${e=>i(l,c,e.currentTarget)}
            >
              ${Dt("more",18)}
            </button>
          </div>`:E}
    </li>`}}({at:d,rename:g,changed:a,manages:l,colours:b,actions:$});return{start:o.load,body:()=>o.view(e=>Ft(Se("settings_labels.list"),M`${r.open?M`<form class="thing-edit" @submit=${h}>
      <div class="set-field">
        <div class="set-label"><label for="label-name">${Se("settings_labels.name")}</label></div>
        <div class="set-box">
          <input
            id="label-name"
            class="input"
            maxlength="40"
            autocomplete="off"
            aria-invalid=${r.wrong?"true":E}
            aria-describedby="label-error"
            .value=${ie(r.name)}
            @input=${e=>{r.name=e.target.value,r.wrong="",a()}}
            @keydown=${e=>"Escape"===e.key&&f()}
          /><button class="button primary" type="submit" ?disabled=${!r.name.trim()} aria-busy=${r.busy}>${Se("settings_labels.add")}</button>
        </div>
        <p class="field-error" id="label-error" role="alert">${r.wrong}</p>
      </div>
    </form>`:E}
          ${0===e.length?M`<p class="nothing-yet">${Se("settings_labels.none")}</p>`:M`<ul class="things">
                ${e.map(t=>_(t,e))}
              </ul>`}`,M`${Se("settings_labels.intro")} ${l?E:Se("settings_labels.managed")}`,M`<button type="button" class="button" aria-expanded=${r.open?"true":"false"} @click=${f}>${Dt("plus")}${Se("settings_labels.new")}</button>`))}},blocks:function({call:e,changed:t,say:a,failed:s}){let n=Kt(async()=>{let t=e("GET","/agents?limit=200"),a=[],s="";for(let t=0;t<5;t+=1){let t=await e("GET","/blocks?limit=200"+(s?`&cursor=${encodeURIComponent(s)}`:""));if(a.push(...t.items),s=t.next_cursor,!s)break}return{items:a,agents:new Map((await t).items.map(e=>[e.id,e.name]))}},t),i={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},l=e=>e.address??e.name??Se("settings_blocks.nameless"),o=()=>{i.open=!i.open,t(),i.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},r=Zt({draft:i,call:e,say:a,nameOf:l,loaded:n,failed:s,changed:t,toggle:o});return{start:n.load,body:()=>n.view(({items:t,agents:d})=>Ft(Se("settings_blocks.title"),M`${i.open?r():E}
          ${t.length?M`<ul class="things">
                ${t.map(t=>((t,i)=>{let o=Date.now(),r=[t.reason,t.agent_id?Se("settings_blocks.by",{name:i.get(t.agent_id)??"?"}):Se("settings_blocks.by_command"),Tt(t.blocked_at,o),t.until?Se("settings_blocks.until",{time:Et(t.until)}):null];return M`<li class="thing">
      <span class="thing-mark">${Dt(t.address?"monitor":"user")}</span>
      <div class="thing-what">
        <span class="thing-name">${l(t)}</span>
        <span class="thing-about" title=${Et(t.blocked_at)}>${r.filter(Boolean).join(" · ")}</span>
      </div>
      <div class="thing-does">
        <button type="button" class="button" aria-label=${Se("settings_blocks.lift_one",{name:l(t)})} @click=${()=>(async t=>{try{await e("DELETE",`/blocks/${t.id}`,{}),a(Se("settings_blocks.lifted",{name:l(t)}))}catch(e){s(e)}await n.load()})(t)}>
          ${Se("settings_blocks.lift")}
        </button>
      </div>
    </li>`})(t,d))}
              </ul>`:M`<p class="field-hint">${Se("settings_blocks.none")}</p>`}`,Se("settings_blocks.intro"),i.open?E:M`<button type="button" class="button" @click=${o}>${Se("settings_blocks.add")}</button>`))}},team:function({me:e,call:t,changed:a,say:s,failed:n,ask:i,onSeen:l}){let o=Kt(async()=>{let[e,a]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:e.items,invitations:a.items}},a);l(({id:e,online:t,availability:s})=>{let n=o.value?.agents.find(t=>t.id===e);n&&(Object.assign(n,{online:t,availability:s??n.availability}),a())});let r="owner"===e.agent.role,d={email:"",name:"",role:"agent",wrong:"",busy:!1},c={made:null},u=(r?["owner","admin","agent"]:["admin","agent"]).map(e=>({value:e,label:Se(`settings_team.role_${e}`)})),{change:p,disable:g,takeBack:h,invite:m}=function({say:e,failed:t,ask:a,call:s,loaded:n,draft:i,at:l,changed:o}){let r=a=>{let s={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[a.code];s?e(Se(s),{bad:!0}):t(a)},d=async(t,i,l)=>{try{let n=await La(a,e=>s("PATCH",`/agents/${t.id}`,{...i,...e}));n&&(Object.assign(t,n),e(l))}catch(e){r(e)}await n.load()};return{change:d,disable:async e=>{await a({title:Se("settings_team.disable_ask",{name:e.name}),text:Se("settings_team.disable_means"),confirm:Se("settings_team.disable")})&&await d(e,{active:!1},Se("settings_team.is_disabled",{name:e.name}))},takeBack:async a=>{try{await s("DELETE",`/agents/invitations/${a.id}`,{}),l.made?.id===a.id&&(l.made=null),e(Se("settings_team.taken_back",{email:a.email}))}catch(e){t(e)}await n.load()},invite:async e=>{if(e.preventDefault(),!i.busy){if(i.wrong=Ha(i.email.trim())?"":"settings_team.email_odd",!i.wrong){i.busy=!0;try{let e={email:i.email.trim(),name:i.name.trim(),role:i.role},t=await La(a,t=>s("POST","/agents/invitations",{...e,...t}));t&&(l.made=t,Object.assign(i,{email:"",name:"",role:"agent"}),await n.load())}catch(e){r(e)}i.busy=!1}o()}}}}({say:s,failed:n,ask:i,call:t,loaded:o,draft:d,at:c,changed:a}),{row:f,invited:b}=function({me:e,isOwner:t,roles:a,change:s,disable:n,takeBack:i}){return{row:i=>{let l=i.id===e.agent.id,o=!l&&(t||"owner"!==i.role),r=l?e.agent.availability:i.online?i.availability:"offline";return M`<li class="thing ${i.active?"":"off"}" data-agent=${i.email}>
      ${je(i)}
      <div class="thing-what">
        <span class="thing-name"
          >${i.name}${l?M`<span class="chip">${Se("common.you")}</span>`:E}${i.active?E:M`<span class="chip">${Se("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${i.email} ·
          ${i.active?Se(`agent.state_${r}`):Se("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${o&&i.active?M`${Lt(`role-${i.id}`,a,i.role,e=>s(i,{role:e},Se("settings_team.role_changed",{name:i.name,role:Se(`settings_team.role_${e}`)})),Se("settings_team.role_of",{name:i.name}))}
              <button type="button" class="button quiet" @click=${()=>n(i)}>${Se("settings_team.disable")}</button>`:M`<span class="thing-about">${Se(`settings_team.role_${i.role}`)}</span>${o?M`<button type="button" class="button" @click=${()=>s(i,{active:!0},Se("settings_team.is_enabled",{name:i.name}))}>
                    ${Se("settings_team.enable")}
                  </button>`:E}`}
      </div>
    </li>`},invited:e=>0===e.length?E:M`<ul class="things">
          ${e.map(e=>M`<li class="thing">
                <span class="thing-mark">${Dt("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${e.name||e.email}<span class="chip">${Se("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${Et(e.expires_at)}
                    >${e.name?`${e.email} · `:""}${Se(`settings_team.role_${e.role}`)} ·
                    ${Se("settings_team.until",{time:Tt(e.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>i(e)}>${Se("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`}}({me:e,isOwner:r,roles:u,change:p,disable:g,takeBack:h});return{start:o.load,body:()=>o.view(({agents:t,invitations:a})=>{let s=t.filter(e=>e.active).length,n=e.seats.allowed;return M`${Ft(Se("settings_team.seats",{used:s,allowed:n}),M`<progress class="seats" max=${n} value=${s} aria-label=${Se("settings_team.seats_name")}></progress>`,Se("settings_team.seats_intro"))}
          ${Ft(Se("settings_team.members"),M`<ul class="things">${t.map(f)}</ul>`,Se("settings_team.roles_intro"))}
          ${Ft(Se("settings_team.invite"),M`<form class="set-stack" novalidate @submit=${m}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${Se("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${d.wrong?"true":E}
                      aria-describedby="invite-wrong"
                      .value=${ie(d.email)}
                      @input=${e=>Object.assign(d,{email:e.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${d.wrong?Se(d.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${Se("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${80}
                      .value=${ie(d.name)}
                      @input=${e=>Object.assign(d,{name:e.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${Lt("invite-role",u.filter(e=>"owner"!==e.value),d.role,e=>Object.assign(d,{role:e}),Se("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${d.busy}>${Se("settings_team.make_link")}</button>
                </div>
              </form>
              ${c.made?M`<div class="once" role="status">
                    <strong>${Se("settings_team.link_for",{email:c.made.email})}</strong>
                    ${Vt(c.made.url,void 0,Se("settings_team.link_for",{email:c.made.email}))}
                    <p class="field-hint">${Se("settings_team.link_once")}</p>
                  </div>`:E}
              ${b(a)}`,Se("settings_team.invite_intro"))}`})}},shop:function({me:e,call:t,changed:a}){let s=da({read:async()=>{let{name:e,locale:a,time_zone:s}=await t("GET","/shop");return{name:e,locale:a,time_zone:s}},check:e=>e.name.trim()?{}:{name:Se("settings_shop.name_missing")},refused:e=>"name"===e?.field?{name:Se("settings_shop.name_odd")}:"time_zone"===e?.field?{time_zone:Se("settings_shop.zone_odd")}:{},async write(a){let{name:s,locale:n,time_zone:i}=await t("PATCH","/shop",{...a,name:a.name.trim()});return e.shop.name=s,{name:s,locale:n,time_zone:i}},changed:a});return{form:s,body:()=>M`${Ft(Se("settings_shop.name"),Nt(s,"name",{label:Se("settings_shop.name_label"),max:80,autocomplete:"organization"}),Se("settings_shop.name_intro"))}
    ${Ft(Se("settings_shop.language"),"",Se("settings_shop.language_intro"),Rt(Se("settings_shop.language"),Na,s.get("locale"),e=>s.set("locale",e)))}
    ${Ft(Se("settings_shop.zone"),function(e,t,a){let s=jt(t);return M`<div class="set-field">
    ${zt(a.label,s,a.note)}
    ${Lt(s,a.options,String(e.get(t)),a=>e.set(t,a))}
    <p class="field-hint">${a.hint??E}</p>
    ${qt(e,t)}
  </div>`}(s,"time_zone",{label:Se("settings_shop.zone_label"),options:Ia(s.get("time_zone")),hint:Se("settings_shop.zone_now",{time:na(s.get("time_zone"),Date.now(),Te)})}),M`${Se("settings_shop.zone_intro")} <a href="/settings/hours">${Se("settings_shop.to_hours")}</a>`)}`}},data:function({me:e,call:t,changed:a,say:s,failed:n,ask:i}){let l="owner"===e.agent.role,o=Kt(()=>t("GET","/data"),a),r=Kt(()=>t("GET","/backups"),a),d=Kt(()=>t("GET","/setup/list"),a),c={watching:!1,busy:!1,restoring:null},{remove:u,restore:p,backUp:g,watch:h}=function({at:e,backups:t,say:a,room:s,call:n,failed:i,ask:l,changed:o,list:r}){let d=async()=>{if(e.watching)return;e.watching=!0,await t.load();let n=!1;for(;t.value?.running;)n=!0,await ea(400),await t.load();e.watching=!1,n&&(t.value?.failed_at&&a(Se("settings_data.backup_failed"),{bad:!0}),await s.load())};return{remove:async e=>{if(await l({title:Se("settings_data.remove_ask"),text:Se("settings_data.remove_means",{time:Et(e.created_at)}),confirm:Se("settings_data.remove")})){try{await n("DELETE",`/backups/${e.name}`,{}),a(Se("settings_data.removed"))}catch(e){i(e)}await Promise.all([t.load(),s.load()])}},restore:async d=>{if(!await l({title:Se("settings_data.restore_ask"),text:Se("settings_data.restore_means",{time:Et(d.created_at)}),confirm:Se("settings_data.restore"),type:d.name}))return;let c=t.value?.last_restore?.at??null;try{await n("POST",`/backups/${d.name}/restore`,{confirm:d.name})}catch(e){return void("damaged_backup"===e?.code?a(Se("settings_data.damaged"),{bad:!0}):i(e))}e.restoring="waiting",o();let u=Date.now()+18e4;for(;Date.now()<u;){await ea(700);try{let i=await n("GET","/backups");if(i.last_restore&&i.last_restore.at!==c)return e.restoring=null,t.value=i,a(i.last_restore.done?Se("settings_data.restored"):Se("settings_data.not_restored"),{bad:!i.last_restore.done}),void await Promise.all([s.load(),r.load()])}catch{}}e.restoring="lost",o()},backUp:async()=>{try{let{name:e}=await n("POST","/backups",{});await d(),t.value?.items.some(t=>t.name===e)&&a(Se("settings_data.backup_done"))}catch(e){i(e)}},watch:d}}({at:c,backups:r,say:s,room:o,call:t,failed:n,ask:i,changed:a,list:d}),m=function({at:e,changed:t,call:a,say:s,failed:n,list:i,room:l}){return()=>i.view(({demo_data:o})=>Ft(Se("settings_data.demo"),"",Se(o?"settings_data.demo_there":"settings_data.demo_intro"),M`<button type="button" class="button" aria-busy=${e.busy} @click=${()=>(async o=>{if(!e.busy){e.busy=!0,t();try{await a(o?"POST":"DELETE","/demo-data",{}),s(Se(o?"settings_data.demo_added":"settings_data.demo_removed"))}catch(e){n(e)}e.busy=!1,await Promise.all([i.load(),l.load()])}})(!o)}>${Se(o?"settings_data.demo_remove":"settings_data.demo_add")}</button>`))}({at:c,changed:a,call:t,say:s,failed:n,list:d,room:o}),f=function({backups:e,isOwner:t,remove:a,restore:s,backUp:n}){return()=>e.view(({items:e,running:i})=>Ft(Se("settings_data.backups"),M`${i?M`<div class="work" role="status">
                <span>${Se("settings_data.running",{done:Qt(i.copied_bytes),all:Qt(i.total_bytes),time:At(i.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(i.total_bytes,1)} value=${i.copied_bytes} aria-label=${Se("settings_data.backups")}></progress>
              </div>`:E}
          ${0!==e.length||i?E:M`<p class="nothing-yet">${Se("settings_data.no_backups")}</p>`}
          <ul class="things">
            ${e.map(e=>M`<li class="thing">
                  <span class="thing-mark">${Dt("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${Et(e.created_at)}</span>
                    <span class="thing-about">${e.name} · ${Qt(e.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${t?M`<a class="icon-button" href="/api/v1/backups/${e.name}" download aria-label=${Se("settings_data.fetch_one",{time:Et(e.created_at)})} title=${Se("settings_data.fetch")}>${Dt("download")}</a>
                          <button type="button" class="icon-button" aria-label=${Se("settings_data.remove_one",{time:Et(e.created_at)})} title=${Se("settings_data.remove")} @click=${()=>a(e)}>${Dt("trash")}</button>
                          <button type="button" class="button" aria-label=${Se("settings_data.restore_one",{time:Et(e.created_at)})} ?disabled=${!!i} @click=${()=>s(e)}>${Se("settings_data.restore")}</button>`:E}
                  </div>
                </li>`)}
          </ul>`,Se(t?"settings_data.backups_intro":"settings_data.backups_owner"),M`<button type="button" class="button primary" ?disabled=${!!i} @click=${n}>${Se("settings_data.back_up")}</button>`))}({backups:r,isOwner:l,remove:u,restore:p,backUp:g});return{start(){o.load(),d.load(),h()},body:()=>c.restoring?M`<div class="waiting-desk" role="status">
          <h2>${Se(`settings_data.${c.restoring}`)}</h2>
          <p>${Se(`settings_data.${c.restoring}_text`)}</p>
          ${"waiting"===c.restoring?M`<progress class="seats" aria-label=${Se("settings_data.waiting")}></progress>`:M`<a class="button" href="/settings/data">${Se("common.retry")}</a>`}
        </div>`:M`${o.view(e=>{let t=["database","wal","files","snapshots","backups"],a=t.reduce((t,a)=>t+e[`${a}_bytes`],0);return Ft(Se("settings_data.room"),M`<ul class="bars">
            ${t.map(t=>{let s=e[`${t}_bytes`];return M`<li>
                <span>${Se(`settings_data.${t}`)}</span>
                <meter class="amount" min="0" max=${Math.max(a,1)} value=${s} aria-label=${Se(`settings_data.${t}`)}></meter>
                <span class="number">${Qt(s)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[Ce("settings_data.conversations",e.conversations,{n:Yt.format(e.conversations)}),Ce("settings_data.messages",e.messages,{n:Yt.format(e.messages)}),Ce("settings_data.contacts",e.contacts,{n:Yt.format(e.contacts)})].join(" · ")}
          </p>`,Se("settings_data.room_intro",{used:Qt(a),free:Qt(e.disk_free_bytes)}))})}${f()}${m()}`}},about:function({call:e,changed:t,origin:a}){let s=Kt(()=>e("GET","/about"),t);return{start:s.load,body:()=>s.view(e=>{let t=[["version",e.version],["address",a],["started",Et(e.started_at)],["seats",Se("settings_about.seats_of",{used:e.seats.used,allowed:e.seats.allowed})],["schema",String(e.schema)],["sqlite",e.sqlite],["log",e.log_epoch]];return M`${Ft("servicedesk",M`<dl class="facts">${t.map(([e,t])=>M`<dt>${Se(`settings_about.${e}`)}</dt><dd>${t}</dd>`)}</dl>`,Se("settings_about.intro"),M`<a class="button" href="/docs">${Se("settings_about.docs")}</a>`)}
          ${Ft(Se("settings_about.licences"),M`<details class="licences">
              <summary>${Se("settings_about.licences_count",{count:e.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${Se("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${Se("settings_about.part")}</th><th scope="col">${Se("settings_about.version")}</th><th scope="col">${Se("settings_about.licence")}</th></tr></thead>
                  <tbody>${e.licences.map(e=>M`<tr><td>${e.name}</td><td>${e.version??E}</td><td>${e.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,Se("settings_about.licences_intro"))}`})}},profile:function({me:e,call:t,upload:a,changed:s,setTheme:n,say:i,failed:l}){let o=t=>t.email.trim()!==e.agent.email,r=da({read:async()=>{let e=await t("GET","/me"),{name:a,email:s,picture:n}=e.agent;return{name:a,email:s,picture:n??null,locale:e.locale,theme:e.theme,password:""}},check(e){let t={};return e.name.trim()||(t.name=Se("settings_profile.name_missing")),Ha(e.email.trim())?o(e)&&!e.password&&(t.password=Se("settings_profile.email_password_missing")):t.email=Se("settings_profile.email_odd"),t},refused:e=>"wrong_password"===e?.code?{password:Se("settings_profile.password_wrong")}:"email_taken"===e?.code?{email:Se("settings_profile.email_taken")}:"email"===e?.field?{email:Se("settings_profile.email_odd")}:"name"===e?.field?{name:Se("settings_profile.name_odd")}:{},async write(a){let s=o(a)?a.password:void 0,{name:n,email:i,picture:l}=await t("PATCH","/me",{...a,name:a.name.trim(),email:a.email.trim(),password:s});return Object.assign(e.agent,{name:n,email:i,picture:l}),Object.assign(e,{locale:a.locale,theme:a.theme}),a.locale!==Te&&setTimeout(()=>location.reload()),{...a,name:n,email:i,picture:l??null,password:""}},changed:()=>{r?.draft&&n(r.draft.theme),s()}}),{changePassword:d,passwordField:c,password:u,level:p}=function({call:e,say:t,failed:a,changed:s}){let n={current:"",next:"",wrong:"",busy:!1};return{changePassword:async i=>{if(i.preventDefault(),!n.busy){if(n.wrong=[...n.next].length<10?"settings_profile.password_short":"",!n.wrong){n.busy=!0;try{await e("PUT","/me/password",{current:n.current,new:n.next}),Object.assign(n,{current:"",next:""}),t(Se("settings_profile.password_changed"))}catch(e){let t={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};n.wrong=t[e.code]??"",n.wrong||a(e)}n.busy=!1}s()}},passwordField:(e,t,a)=>M`<div class="set-field">
      <div class="set-label"><label for="password-${e}">${t}</label></div>
      <input
        id="password-${e}"
        class="input"
        type="password"
        autocomplete=${a}
        aria-describedby="password-wrong"
        .value=${ie(n[e])}
        @input=${t=>{n[e]=t.target.value,n.wrong="",s()}}
      />
    </div>`,password:n,level:()=>n.next?function(e){let t=[...e];if(t.length<10)return 0;let a=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(t=>t.test(e)).length,s=new Set(t).size;if(ja.test(e)||s<5)return 1;let n=t.length+2*a+Math.min(s,14)/2;return n<19?2:n<25?3:4}(n.next):null}}({call:t,say:i,failed:l,changed:s});return{form:r,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>M`${Ft(Se("settings_profile.who"),M`<div class="face-big">
          ${je({...e.agent,name:r.get("name").trim()||e.agent.name,picture:r.get("picture")})}
          <div>
            <strong>${r.get("name").trim()||e.agent.name}</strong><span class="thing-about">${r.get("email")}</span>
            ${qa(r,"picture",{upload:a,failed:l,most:256,choose:Se("settings_profile.picture"),remove:Se("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${Nt(r,"name",{label:Se("settings_profile.name"),hint:Se("settings_profile.name_hint"),max:80,autocomplete:"name"})}
          ${Nt(r,"email",{label:Se("settings_profile.email"),hint:Se("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>
        ${r.draft&&o(r.draft)?M`<div class="set-columns">
              ${Nt(r,"password",{label:Se("settings_profile.email_password"),hint:Se("settings_profile.email_password_hint"),type:"password",autocomplete:"current-password"})}
            </div>`:E}`,Se("settings_profile.who_intro"))}
    ${Ft(Se("agent.language"),"",Se("settings_profile.language_hint"),Rt(Se("agent.language"),za,r.get("locale"),e=>r.set("locale",e)))}
    ${Ft(Se("agent.theme"),"",Se("settings_profile.theme_hint"),Rt(Se("agent.theme"),["auto","light","dark"].map(e=>({value:e,label:Se(`agent.theme_${e}`)})),r.get("theme"),e=>r.set("theme",e)))}
    ${Ft(Se("settings_profile.password"),M`<form class="set-stack" @submit=${d}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${c("current",Se("settings_profile.password_current"),"current-password")}
          ${c("next",Se("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${u.wrong?Se(u.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!u.current||!u.next} aria-busy=${u.busy}>
            ${Se("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${null===p()?E:Se(`settings_profile.strength_${p()}`)}</span>
        </div>
      </form>`,Se("settings_profile.password_intro"))}`}},notifications:function({call:e,changed:t,say:a}){let s={tab:"notices",problem:null},n=function({load:e,save:t,failed:a}){let s=me(wa),n=null;try{n=new BroadcastChannel("servicedesk:preferences"),n.onmessage=e=>s.value=ka(e.data)}catch{}return{value:s,async load(){try{s.value=ka(await e())}catch{}},async change(e){let i=s.peek();s.value=ka({...i,...e});try{return await t(s.peek()),n?.postMessage(s.peek()),!0}catch(e){return s.value=i,a(e),!1}}}}({load:async()=>null,save:t=>e("PUT","/me/preferences",t),failed:e=>s.problem=e}),i=da({read:()=>e("GET","/me/preferences"),check:({quiet:e})=>ha(e.from)&&ha(e.to)?e.enabled&&0===e.days.length?{"quiet.days":Se("settings_notices.no_days")}:{}:{"quiet.days":Se("settings_notices.no_time")},async write(e){if(!await n.change(e))throw s.problem;return structuredClone(e)},changed:t}),l=function({changed:e}){let t=globalThis.AudioContext,a=null,s=!1,n=()=>"running"===a?.state,i=async()=>{if(t&&!n()){try{a??=new t,await a.resume()}catch{}if(n()){for(let e of va)removeEventListener(e,i,!0);s=!1,e()}}};if(t)for(let e of va)addEventListener(e,i,{capture:!0,passive:!0});return{get ready(){return n()},get blocked(){return s},wake:i,missed(){!t||s||(s=!0,e())},ring(e,t){if(!a||!n())return!1;if(t>0)for(let s of _a[e])ya(a,s,t);return!0}}}({changed:t}),o=Ta(i,t),r=Pa({changed:t,form:i,kinds:()=>d()}),d=function({bell:e,form:t,say:a}){return()=>M`<div class="grid-table" role="table" aria-label=${Se("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${Se("settings_notices.news")}</span><span role="columnheader">${Se("settings_notices.sound")}</span
        ><span role="columnheader">${Se("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${Se("settings_notices.hear")}</span></span>
      </div>
      ${Ea.map(s=>M`<div role="row">
            <span role="rowheader">${Se(`settings_notices.kind_${s}`)}</span>
            ${["sound","browser"].map(e=>{let a=`notifications.${s}.${e}`;return M`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${Se(`settings_notices.kind_${s}`)} · ${Se(`settings_notices.${e}`)}"
                    .checked=${ie(t.get(a))}
                    @change=${e=>t.set(a,e.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${Se("settings_notices.hear_one",{kind:Se(`settings_notices.kind_${s}`)})} @click=${()=>(async s=>{await e.wake(),e.ring(s,t.get("notifications.volume"))||a(Se("settings_notices.silent"),{bad:!0})})(s)}>${Se("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`}({bell:l,form:i,say:a});return{form:i,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:Se("settings_notices.tab_notices")},{id:"writing",label:Se("settings_notices.tab_writing")},{id:"keys",label:Se("settings_notices.tab_keys")}],get tab(){return s.tab},choose(e){s.tab=e,t()},body:()=>"notices"===s.tab?r():"writing"===s.tab?M`${Ft(Se("settings_notices.send"),"",Se("settings_notices.send_intro"),Rt(Se("settings_notices.send"),[{value:"mod+enter",label:Se("settings_notices.send_mod")},{value:"enter",label:Se("settings_notices.send_enter")}],i.get("send_on"),e=>i.set("send_on",e)))}
  ${Ft(Se("settings_notices.undo"),"",Se("settings_notices.undo_intro"),Rt(Se("settings_notices.undo"),[...new Set([...Ca,i.get("undo_send_s")])].sort((e,t)=>e-t).map(e=>({value:String(e),label:e?Se("settings_notices.seconds",{count:e}):Se("settings_notices.never")})),String(i.get("undo_send_s")),e=>i.set("undo_send_s",Number(e))))}`:M`<p class="page-intro">${Se("settings_notices.keys_intro")}</p>${o()}`}},sessions:function({call:e,changed:t,say:a,failed:s,ask:n}){let i=Kt(async()=>(await e("GET","/agents/me/sessions")).items,t),l=e=>{let t=e.device;return t?[t.app??t.browser,t.os].filter(Boolean).join(" · ")||Se(`settings_devices.kind_${t.kind}`):e.user_agent||Se("settings_devices.unknown")},o=async()=>{if(!await n({title:Se("settings_devices.all_ask"),text:Se("settings_devices.all_means"),confirm:Se("settings_devices.all")}))return;let t=(i.value??[]).filter(e=>!e.current);try{for(let a of t)await e("DELETE",`/agents/me/sessions/${a.id}`,{});a(Se("settings_devices.all_ended"))}catch(e){s(e)}await i.load()};return{start:i.load,body:()=>i.view(t=>Ft(Se("settings_devices.title"),M`<ul class="things">
            ${t.map(t=>M`<li class="thing">
                  <span class="thing-mark">${Dt("phone"===t.device?.kind||"tablet"===t.device?.kind?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${l(t)}${t.current?M`<span class="chip chip-ok">${Se("settings_devices.this")}</span>`:E}</span>
                    <span class="thing-about" title=${Et(t.last_seen_at)}
                      >${[t.address,t.current?null:Se("settings_devices.seen",{time:At(t.last_seen_at,Date.now())}),Se("settings_devices.since",{time:Et(t.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${t.current?E:M`<button type="button" class="button" aria-label=${Se("settings_devices.end_one",{device:l(t)})} @click=${()=>(async t=>{try{await e("DELETE",`/agents/me/sessions/${t.id}`,{}),a(Se("settings_devices.ended",{device:l(t)}))}catch(e){s(e)}await i.load()})(t)}>${Se("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,Se("settings_devices.intro"),t.some(e=>!e.current)?M`<button type="button" class="button" @click=${o}>${Se("settings_devices.all")}</button>`:E))}},tokens:function({me:e,call:t,changed:a,say:s,failed:n,ask:i}){let l="agent"!==e.agent.role,o=Kt(async()=>{let[a,s]=await Promise.all([t("GET","/tokens"),l?t("GET","/agents?limit=200"):{items:[]}]),n=new Map(s.items.map(e=>[e.id,e.name]));return a.items.filter(e=>!e.revoked_at).map(t=>({...t,agent:t.agent_id===e.agent.id?null:n.get(t.agent_id)??t.agent_id}))},a),r={name:"",busy:!1},d={made:null},{create:c,revoke:u}=function({draft:e,ask:t,call:a,at:s,loaded:n,failed:i,changed:l,say:o}){return{create:async o=>{if(o.preventDefault(),!e.busy&&e.name.trim()){e.busy=!0;try{let i=e.name.trim(),l=await La(t,e=>a("POST","/tokens",{name:i,...e}));l&&(s.made=l,e.name="",await n.load())}catch(e){i(e)}e.busy=!1,l()}},revoke:async e=>{if(await t({title:Se("settings_tokens.revoke_ask",{name:e.name}),text:Se("settings_tokens.revoke_means"),confirm:Se("settings_tokens.revoke")})){try{await a("DELETE",`/tokens/${e.id}`,{}),o(Se("settings_tokens.revoked",{name:e.name}))}catch(e){i(e)}await n.load()}}}}({draft:r,ask:i,call:t,at:d,loaded:o,failed:n,changed:a,say:s});return{start:o.load,body:()=>M`${Ft(Se("settings_tokens.new"),M`<form class="set-stack" @submit=${c}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${Se("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${80}
                  .value=${ie(r.name)}
                  @input=${e=>{r.name=e.target.value,a()}}
                /><button class="button primary" type="submit" ?disabled=${!r.name.trim()} aria-busy=${r.busy}>${Se("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${Se("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${d.made?M`<div class="once" role="status">
                <strong>${Se("settings_tokens.made",{name:d.made.name})}</strong>
                ${Vt(d.made.token,void 0,Se("settings_tokens.made",{name:d.made.name}))}
                <p class="field-hint">${Se("settings_tokens.once")}</p>
              </div>`:E}`,M`${Se("settings_tokens.intro")} <a href="/docs">${Se("settings_tokens.docs")}</a>`)}
      ${o.view(e=>Ft(Se("settings_tokens.list"),0===e.length?M`<p class="nothing-yet">${Se("settings_tokens.none")}</p>`:M`<ul class="things">
                ${e.map(e=>M`<li class="thing">
                      <span class="thing-mark">${Dt("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${e.name}${e.agent?M`<span class="chip">${e.agent}</span>`:E}</span>
                        <span class="thing-about"
                          >${[e.last_used_at?Se("settings_tokens.used",{time:At(e.last_used_at,Date.now())}):Se("settings_tokens.unused"),Se("settings_tokens.since",{time:Et(e.created_at)}),Se(Date.parse(e.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:Et(e.expires_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${Se("settings_tokens.revoke_one",{name:e.name})} @click=${()=>u(e)}>${Se("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,Se(l?"settings_tokens.list_all":"settings_tokens.list_own")))}`}}},ps=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",gs=JSON.parse(ps("me")),hs=ps("csrf")||gs.csrf_token,ms=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),fs=function({csrf:s,signedOut:n}){let i=async(a,i,l)=>{try{return await t(a,`/api/v1${i}`,l,s)}catch(t){throw t instanceof e&&401===t.status&&n(),t}},l=e=>`/conversations/${encodeURIComponent(e)}`;return{session:()=>i("POST","/im/session",{}),me:()=>i("GET","/me"),change:e=>i("PATCH","/me",e),preferences:()=>i("GET","/me/preferences"),savePreferences:e=>i("PUT","/me/preferences",e),agents:()=>i("GET","/agents?limit=200"),availability:e=>i("PUT","/agents/me/availability",{state:e}),signOut:()=>i("POST","/logout",{}),signOutEverywhere:()=>i("POST","/logout-everywhere",{}),counts:()=>i("GET","/conversations/counts"),conversations:(e,t,s={})=>i("GET",`/conversations${a({view:e,...s,cursor:t,limit:50})}`),conversation:e=>i("GET",l(e)),entries:(e,t)=>i("GET",`${l(e)}/entries${a(t)}`),assign:(e,t)=>i("POST",`${l(e)}/assign`,{agent_id:t}),close:(e,t)=>i("POST",`${l(e)}/resolve`,{last_sequence:t}),reopen:e=>i("POST",`${l(e)}/reopen`,{}),snooze:(e,t,a)=>i("POST",`${l(e)}/snooze`,{until:t,last_sequence:a}),label:(e,t)=>i("POST",`${l(e)}/labels`,{labels:t}),bulk:e=>i("POST","/conversations/bulk",e),editMessage:(e,t,a)=>i("PATCH",`${l(e)}/messages/${encodeURIComponent(t)}`,{content:a}),recallMessage:(e,t)=>i("DELETE",`${l(e)}/messages/${encodeURIComponent(t)}`,{}),contact:e=>i("GET",`/contacts/${encodeURIComponent(e)}`),changeContact:(e,t)=>i("PATCH",`/contacts/${encodeURIComponent(e)}`,t),block:e=>i("POST","/blocks",e),unblock:e=>i("DELETE",`/blocks/${encodeURIComponent(e)}`,{}),setupList:()=>i("GET","/setup/list"),dismissSetupList:e=>i("PATCH","/setup/list",{dismissed:e}),addDemoData:()=>i("POST","/demo-data",{}),removeDemoData:()=>i("DELETE","/demo-data",{}),linkPreview:(e,t)=>i("GET",`/link-preview${a({message:e,url:t})}`),labels:()=>i("GET","/labels"),canned:()=>i("GET","/canned"),cannedUsed:e=>i("POST",`/canned/${encodeURIComponent(e)}/used`,{}),drafts:()=>i("GET","/drafts"),keepDraft:(e,t,a)=>i("PUT",`/drafts/${encodeURIComponent(e)}`,{note:t,text:a})}}({csrf:hs,signedOut:ms}),bs=(({csrf:a,signedOut:s})=>async(n,i,l)=>{try{return await t(n,`/api/v1${i}`,l,a)}catch(t){throw t instanceof e&&401===t.status&&s(),t}})({csrf:hs,signedOut:ms}),$s=(({csrf:t,signedOut:a})=>async(s,n)=>{let i,l=await async function(e,t){let a=await createImageBitmap(e),s=Math.min(1,t/Math.max(a.width,a.height));if(1===s&&e.size<=Ct&&St.includes(e.type))return e;let n=document.createElement("canvas");for(let e=s;;e*=.8){n.width=Math.max(1,Math.round(a.width*e)),n.height=Math.max(1,Math.round(a.height*e)),n.getContext("2d").drawImage(a,0,0,n.width,n.height);let t=await new Promise(e=>n.toBlob(e,"image/webp",.85));if(t&&(t.size<=Ct||e<.1))return t}}(s,n).catch(()=>{throw new e(400,{code:"invalid"},null)});try{i=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":t,"content-type":l.type||"application/octet-stream"},credentials:"same-origin",body:l})}catch{throw new e(0,null,null)}if(401===i.status&&a(),!i.ok)throw new e(i.status,null,null);return(await i.json()).picture})({csrf:hs,signedOut:ms}),_s=function(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}(),vs=function(e){let t=e=>{let t=matchMedia(e),a=me(t.matches);return t.addEventListener("change",()=>a.value=t.matches),a},a=me("closed"!==e?.getItem("servicedesk.details")),s=me(!1),n=me(Date.now());setInterval(()=>n.value=Date.now(),15e3),xe(()=>{try{e?.setItem("servicedesk.details",a.value?"open":"closed")}catch{}});let i=t("(max-width: 1100px)");return{narrow:i,phone:t("(max-width: 720px)"),now:n,details:{get open(){return i.value?s.value:a.value},set(e){i.value?s.value=e:a.value=e},toggle(){this.set(!this.open)}},tab:me("reply"),dialog:me(null),theme:me(document.documentElement.dataset.theme??"auto")}}(_s),ys=function({me:e,asked:t,shown:a,schedule:s,phone:n}){let i=document.getElementById("settings"),l={page:null,toast:null,toastTimer:null,question:null,search:"",planned:!1,leaving:!1},o=()=>{l.planned||(l.planned=!0,s(()=>{l.planned=!1,function(){i.dataset.pane=t?"page":"list",i.dataset.aside=String(!!l.page?.aside),K(f(),$("pages")),K(t||!n()?b():E,$("page-sheet")),K(l.toast?M`<div class="toast ${l.toast.bad?"toast-bad":""}">
            ${Dt(l.toast.bad?"alert":"done",18)}<span>${l.toast.text}</span>
            ${l.toast.action?M`<button class="text-button" @click=${l.toast.action.run}>${l.toast.action.label}</button>`:E}
          </div>`:E,$("toasts")),K(u(),$("dialogs"));let e=i.querySelector(".dialogs dialog");e instanceof HTMLDialogElement&&!e.open&&e.showModal()}()}))},{say:r,failed:d}=function({at:e,changed:t}){let a=(a,s={})=>{clearTimeout(e.toastTimer),e.toast={text:a,bad:s.bad??!1,action:s.action},e.toastTimer=setTimeout(()=>{e.toast=null,t()},5e3),t()};return{say:a,failed:e=>{let t={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[e.status];a(Se(t||"error.unexpected"),{bad:!0})}}}({at:l,changed:o}),{ask:c,dialog:u}=function({at:e,changed:t}){return{ask:a=>new Promise(s=>{e.question={...a,typed:"",answer:a=>{e.question=null,t(),s(a)}},t()}),dialog:()=>{if(!e.question)return E;let a=e.question,s=!a.type||a.typed.trim()===a.type;return M`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>e.question===a&&a.answer(!1)}
      @click=${e=>e.target===e.currentTarget&&a.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${e=>{e.preventDefault(),s&&a.answer(!0)}}
      >
        <h2 id="dialog-title">${a.title}</h2>
        ${a.text?M`<p>${a.text}</p>`:E} ${a.content??E}
        ${a.type?M`<div class="set-field dialog-type">
              <label for="dialog-typed">${Se("settings_frame.type_it")} <code>${a.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${ie(a.typed)}
                @input=${e=>{a.typed=e.target.value,t()}}
              />
            </div>`:E}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>a.answer(!1)}>${a.cancel??Se("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!s}>${a.confirm}</button>
        </div>
      </form>
    </dialog>`}}}({at:l,changed:o}),p=()=>l.page?.form?l.page.form.changes.length:0,g=async()=>{if(l.page?.form&&0!==p())try{await l.page.form.save()?r(Se("settings_frame.saved")):requestAnimationFrame(()=>i.querySelector('[aria-invalid="true"]')?.focus())}catch(e){d(e)}},h=function({root:e,schedule:t,unsaved:a,ask:s,at:n,save:i}){e.addEventListener("click",e=>{let a=e.target.closest?.("[data-adds]"),s=a?.closest(".field-card, .day-ranges, section");a&&s&&t(()=>s.querySelector(a.dataset.adds??"")?.focus())}),e.addEventListener("click",async e=>{let t=e.target.closest?.("a[href]");!(t instanceof HTMLAnchorElement)||t.target||t.origin!==location.origin||0===a()||e.metaKey||e.ctrlKey||e.shiftKey||(e.preventDefault(),!await s({title:Se("settings_frame.leave_title"),text:Ce("settings_frame.leave_text",a()),confirm:Se("settings_frame.leave"),cancel:Se("settings_frame.stay")}))||(n.leaving=!0,location.assign(t.href))}),addEventListener("beforeunload",e=>{!n.leaving&&a()>0&&e.preventDefault()});let l=/Mac|iPhone|iPad/.test(navigator.platform);return addEventListener("keydown",e=>{e.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((l?e.metaKey:e.ctrlKey)&&"s"===e.key.toLowerCase()?(e.preventDefault(),i()):"/"===e.key&&!(e.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName))&&(e.preventDefault(),document.getElementById("settings-search")?.focus()))}),l}({root:i,schedule:s,unsaved:p,ask:c,at:l,save:g}),{open:m,list:f}=function({me:e,at:t,asked:a,phone:s,shown:n,changed:i,root:l}){let o=bt(e.agent.role);return{open:o,list:()=>{let e=(()=>{let e=t.search.trim().toLowerCase().split(/\s+/).filter(Boolean);return o.filter(t=>{let a=`${Se(t.label)} ${Se(t.keywords)}`.toLowerCase();return e.every(e=>a.includes(e))})})(),r=a||(s()?"":n),d=Se("settings.title");return M`${r?M`<p class="pages-title">${d}</p>`:M`<h1 class="pages-title">${d}</h1>`}
      <div class="pages-search" role="search">
        ${Dt("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${Se("settings_frame.search")}
          aria-label=${Se("settings_frame.search")}
          autocomplete="off"
          .value=${ie(t.search)}
          @input=${e=>{t.search=e.target.value,i()}}
          @keydown=${a=>{a.isComposing||("Enter"===a.key&&e[0]&&l.querySelector(".pages-link")?.click(),"Escape"===a.key&&t.search&&(t.search="",i()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${Se("settings.title")}>
        ${mt.map(t=>{let a=e.filter(e=>e.group===t.id);return 0===a.length?E:M`<p class="pages-group" id="group-${t.id}">${Se(t.label)}</p>
            <ul aria-labelledby="group-${t.id}">
              ${a.map(e=>M`<li>
                    <a class="pages-link" href="/settings/${e.id}" aria-current=${e.id===r?"page":E}
                      >${Dt(Pt[e.id])}<span>${Se(e.label)}</span>${Dt("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${0===e.length?M`<p class="pages-none" role="status">${Se("settings_frame.nothing",{text:t.search})}</p>`:E}
      </nav>`}}}({me:e,at:l,asked:t,phone:n,shown:a,changed:o,root:i}),b=Ht({at:l,save:g,isMac:h,open:m,shown:a});K(M`<nav class="rail" aria-label=${Se("inbox.navigation")}></nav>
      <section class="pages" aria-label=${Se("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,i);let $=e=>i.querySelector(`.${e}`);return{rail:$("rail"),palette:$("palette-place"),changed:o,say:r,failed:d,ask:c,save:g,unsaved:p,show(e){l.page=e,e.start?.(),e.form&&e.form.load(),o()}}}({me:gs,asked:ps("settings-page"),shown:ps("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>vs.phone.value}),ws=`${Se(`settings.${ps("settings-shown")}`)} · ${Se("settings.title")} · ${gs.shop.name}`;document.title=ws;var ks=[],xs={me:gs,call:bs,upload:$s,changed:ys.changed,say:ys.say,failed:ys.failed,ask:ys.ask,origin:ps("origin"),ui:vs,onSeen:e=>{ks.push(e)},setTheme(e){vs.theme.value=e,document.documentElement.dataset.theme=e}},Ms=me(0),As={ticks:{frame:Ms},agent:gs.agent,shop:gs.shop,book:{counts:null},async setAvailability(e){let t=gs.agent.availability;gs.agent.availability=e,Ms.value++,ys.changed();try{await fs.availability(e)}catch(e){gs.agent.availability=t,Ms.value++,ys.changed(),ys.failed(e)}}},Ts=e=>{xs.setTheme(e),fs.change({theme:e}).catch(ys.failed)},Es={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Cs.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>Ts(("auto"===vs.theme.value?matchMedia("(prefers-color-scheme: dark)").matches:"dark"===vs.theme.value)?"light":"dark")}},Ss=lt(Es),Cs=function({entries:e,subject:t,next:a,phone:s}){let n=me(!1),i=me(""),l=me(0),o=me([]),r=new _e(()=>function(e,t){let a=t.trim(),s=[];for(let t of e){if(!a){t.asked||s.push({entry:t,spans:[],score:0});continue}let e=ct(a,t.label,`${t.hint??""} ${t.more??""}`);e&&s.push({entry:t,...e})}let n=s.filter(e=>e.score>=10||0===e.spans.length);n.some(e=>e.score>=10)&&(s=n);let i=pt.map(e=>({name:e,hits:s.filter(t=>t.entry.group===e).sort((e,t)=>t.score-e.score).slice(0,8).map(({entry:e,spans:t})=>({entry:e,spans:t}))})).filter(e=>e.hits.length>0);return{groups:i,flat:i.flatMap(e=>e.hits)}}(o.value,i.value),void 0),d=null,c=()=>document.getElementById("palette"),u=()=>c()?.close(),p=(e,t)=>{u(),e.run(),t&&e.next&&a()};return{open:()=>{if(n.peek())return u();o.value=e(),i.value="",l.value=0,n.value=!0,s()&&(d=Ge(u))},close:u,...gt({shown:n,answered:r,subject:t,closed:()=>{n.value=!1,d?.(),d=null},close:u,at:l,query:i,onKey:e=>{if(e.isComposing||229===e.keyCode)return;let t={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[e.key];if(void 0!==t)(e=>{l.value=((e,t,a)=>0===a?0:(e+t+a)%a)(l.value,e,r.value.flat.length),document.getElementById(`palette-${l.value}`)?.scrollIntoView({block:"nearest"})})(t);else if("Enter"===e.key){let t=r.value.flat[l.value];t&&p(t.entry,e.metaKey||e.ctrlKey)}else{if("k"!==e.key.toLowerCase()||!(qe?e.metaKey:e.ctrlKey))return;u()}e.preventDefault()},list:()=>{let e=0;return r.value.groups.map(a=>M`<div role="group" aria-labelledby="palette-head-${a.name}">
        <div class="palette-head" id="palette-head-${a.name}">
          ${Se(`palette.group_${a.name}`,{subject:re(t)??""})}
        </div>
        ${a.hits.map(t=>(({entry:e,spans:t},a)=>{let s=a===l.value;return M`<div
      class="palette-item ${s?"active":""}"
      id="palette-${a}"
      role="option"
      aria-selected=${s}
      @click=${t=>p(e,t.metaKey||t.ctrlKey)}
      @pointermove=${()=>l.peek()!==a&&(l.value=a)}
    >
      <span class="palette-mark">${e.mark??E}</span>
      <span class="palette-label"
        ><span>${function(e,t){let a=[],s=0;for(let[n,i]of t)n>s&&a.push({text:e.slice(s,n),hit:!1}),a.push({text:e.slice(n,i),hit:!0}),s=i;return s<e.length&&a.push({text:e.slice(s),hit:!1}),a}(e.label,t).map(e=>e.hit?M`<b>${e.text}</b>`:e.text)}</span
        >${e.hint?M` <span class="palette-hint">${e.hint}</span>`:E}</span
      >
      ${e.current?M`<span class="palette-now">${De("check")}<span class="hidden">${Se("palette.current")}</span></span>`:E}
      ${(e=>e?M`<span class="palette-keys">${Be(e).map(e=>M`<kbd>${e}</kbd>`)}</span>`:E)(e.key??"")}
    </div>`})(t,e++))}
      </div>`)}}),around:{after(){let e=c();!e||e.open||(e.showModal(),document.getElementById("palette-query")?.focus())}}}}({entries:()=>{return[...(e=gs.agent.role,bt(e).map(e=>({id:`settings:${e.id}`,group:"settings",label:Se("palette.settings_page",{name:Se(e.label)}),more:`settings ${e.id} ${Se(e.keywords)}`,mark:De("settings",18),asked:!0,run:()=>location.assign(`/settings/${e.id}`)}))).map(e=>({...e,asked:!1})),...Object.entries(Es).filter(([e])=>"palette"!==e&&"go_settings"!==e).map(([e,t])=>({id:e,group:"desk",label:Se(t.label),key:Ss.keyOf(e),mark:De(t.icon??"arrow-right",18),run:t.run}))];var e},subject:()=>null,next(){},phone:()=>!1});Me(ys.palette,Cs.view,Cs.around),function({keymap:e,actions:t,waiting:a}){let s=null,n=null,i=()=>{null!==s&&(clearTimeout(n),s=null,a?.(null))};addEventListener("keydown",l=>{if(l.defaultPrevented||l.repeat&&s)return;let o=Le(l);if(!o)return;if(document.querySelector("dialog[open], .menu:popover-open"))return i();let r=e(),d=!(e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName)))(l.target),c=null===s?null:`${s} ${o}`,u=null!==s;if(i(),!u&&d&&r.opens(o))return s=o,n=setTimeout(i,1500),a?.(o),void l.preventDefault();let p=(c&&r.actionOf(c))??r.actionOf(o),g=p?t[p]:null;!g||!d&&!(e=>e.startsWith("mod+")||e.startsWith("Alt+"))(o)&&!g.field||!1===g.when?.()||(l.preventDefault(),g.run())})}({keymap:()=>Ss,actions:Es}),fs.preferences().then(({keys:e})=>Ss=lt(Es,e),()=>{});var Os=async()=>{try{As.book.counts=await fs.counts(),Ms.value++}catch{}};Me(ys.rail,function(e,t,a,s="inbox"){let n=function({desk:e,does:t,ui:a}){return s=>Xe(s.currentTarget,Se("agent.menu"),[{label:Se("agent.state"),items:Qe.map(a=>({label:Se(`agent.state_${a}`),mark:M`<i class="presence ${"online"===a?"on":a}"></i>`,checked:e.agent.availability===a,run:()=>t.availability(a)}))},{label:Se("agent.language"),items:at.map(({id:e,label:a})=>({label:a,checked:Te===e,run:()=>t.language(e)}))},{label:Se("agent.theme"),items:et.map(e=>({label:Se(`agent.theme_${e}`),mark:De(tt[e]),checked:a.theme.value===e,run:()=>t.theme(e)}))},{items:[...a.phone.value?[]:[{label:Se("agent.keys"),hint:"?",mark:De("keyboard"),run:()=>a.dialog.value="keys"},{label:Se("agent.docs"),mark:De("book-open"),href:"/docs"}]]},{items:[{label:Se("agent.sign_out"),mark:De("log-out"),run:()=>t.signOut(!1)},{label:Se("agent.sign_out_everywhere"),mark:De("power"),run:()=>t.signOut(!0)}]}],{above:!0,head:M`<div class="me-head">
      ${je(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`})}({desk:e,does:a,ui:t});return()=>{e.ticks.frame.value;let i=e.book.counts?.waiting??0,l=e.book.counts?.mentions??0,o=e.book.counts?.mentions_unread??0,r=e.agent.availability,d=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return M`<img class="rail-logo" src="${d}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${"inbox"===s?"page":E}>
        <span class="rail-icon"
          >${De("inbox",t.phone.value?24:20)}${i?M`<span class="badge" aria-hidden="true">${i>99?"99+":i}</span>`:E}</span
        >
        <span>${Se("inbox.title")}</span>
        ${i?M`<span class="hidden">${Ce("inbox.waiting_count",i)}</span>`:E}
      </a>
      ${l||o?M`<a
            class="rail-item"
            href="/inbox?view=mentions"
            @click=${e=>{!a.mentions||e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),a.mentions())}}
          >
            <span class="rail-icon"
              >${De("at-sign",t.phone.value?24:20)}${o?M`<span class="badge" aria-hidden="true">${o>99?"99+":o}</span>`:E}</span
            >
            <span>${Se("inbox.view_mentions")}</span>
            ${o?M`<span class="hidden">${Ce("inbox.mentions_unread",o)}</span>`:E}
          </a>`:E}
      <button
        class="rail-item rail-find"
        aria-haspopup="dialog"
        aria-keyshortcuts=${qe?"Meta+K":"Control+K"}
        title=${`${Se("palette.title")} · ${Be("mod+k").join(qe?"":" ")}`}
        @click=${a.palette}
      >
        <span class="rail-icon">${De("search",t.phone.value?24:20)}</span><span>${Se("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${"settings"===s?"page":E}>
        <span class="rail-icon">${De("settings",t.phone.value?24:20)}</span>
        <span>${Se("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${n}
      >
        <span class="me-face">${je(e.agent)}<i class="presence ${"online"===r?"on":r}"></i></span>
        <span class="hidden">${Se("agent.menu_of",{name:e.agent.name,state:Se(`agent.state_${r}`)})}</span>
        <span class="only-phone" aria-hidden="true">${Se("common.me")}</span>
      </button>`}}(As,vs,{theme:Ts,palette:Cs.open,availability:e=>(js??{choose:As.setAvailability}).choose(e),async language(e){if(e!==Te)try{await fs.change({locale:e}),location.reload()}catch(e){ys.failed(e)}},async signOut(e){if(!e||await ys.ask({title:Se("agent.sign_out_everywhere_ask"),text:Se("agent.sign_out_everywhere_means"),confirm:Se("agent.sign_out_everywhere"),cancel:Se("agent.stay")}))try{await(e?fs.signOutEverywhere():fs.signOut()),location.assign("/login")}catch(e){ys.failed(e)}}},"settings"));var Ds=ps("settings-shown"),Ps=us[Ds](xs);ys.show(Ps);var Hs={labels:"labels",canned:"canned",members:"team",blocks:"blocks"},js=null;import(new URL("live.js",import.meta.url).href).then(({startLive:e})=>{js=e({me:gs,api:fs,storage:_s,title:ws,changed(e){As.book.counts=e,Ms.value++},setAvailability:As.setAvailability,refreshed:e=>{Hs[e]===Ds&&Ps.start?.()},seen:e=>ks.forEach(t=>t(e)),say:(e,t)=>ys.say(e,t&&{action:{label:Se("inbox.key_open"),run:t}}),open:e=>location.assign(`/inbox/${encodeURIComponent(e)}`),signedOut:ms})},()=>setInterval(()=>"visible"===document.visibilityState&&Os(),2e4)),Os(),matchMedia("(max-width: 720px)").addEventListener("change",ys.changed);
